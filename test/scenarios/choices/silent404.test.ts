import type { INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const silent = { kind: 'emptyBody', status: 404, when: 'before' } as const;
const HUBSPOTS = { 'x-hubspot-correlation-id': 'c-1' };
const silentOfHubspot = { ...silent, kind: 'status', body: '', headers: HUBSPOTS } as const;

describe('an update of several that is answered by an empty 404', () => {
  it('costs no record its write that is there (by record ID)', async () => {
    const sandbox = await sandboxForTest({ missingInUpdate: 'refusesBatch', emptyNotFound: true });
    const ids = [1, 2, 3].map((n) => sandbox.store.put('line_items', { name: `Old ${n}` }));
    const items = [ids[0], '99', ids[1], ids[2]].map((id) => ({ hs_object_id: id, name: 'New' }));
    const outcome = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: { ...idProperty('hs_object_id'), options: { apiVersion: '2026-09' } },
    });
    expectAllAccounted(outcome, 4);
    expect(writtenOf(outcome)).toMatchObject(ids.map((id) => ({ outcome: 'updated', id })));
    expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', value: '99' }]);
    expect(sandbox.log.of('update')).toHaveLength(2);
  });

  it('nor by a unique property, where one is removed meanwhile', async () => {
    const sandbox = await sandboxForTest({ missingInUpdate: 'refusesBatch', emptyNotFound: true });
    const ids = [0, 1, 2].map((n) =>
      sandbox.store.put('line_items', { invoice_line_key: `K-${n}`, name: 'Old' }),
    );
    sandbox.faults.add({
      match: { path: '/batch/update', nth: 1 },
      do: { kind: 'meanwhile', run: (store) => void store.remove('line_items', ids[1]!) },
    });
    const outcome = await upsert({
      items: lineItems(3),
      credential: serviceKeyOf(sandbox),
      parameters: { operation: 'update', options: { apiVersion: '2026-09' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'updated' },
      { outcome: 'skipped', reason: 'missing' },
      { outcome: 'updated' },
    ]);
  });

  it('is told for what it is where it does not end', async () => {
    const sandbox = await sandboxForTest();
    const ids = [1, 2].map((n) => sandbox.store.put('line_items', { name: `Old ${n}` }));
    sandbox.faults.add({ match: { path: '/batch/update' }, do: silentOfHubspot });
    const outcome = await upsert({
      items: ids.map((id) => ({ hs_object_id: id, name: 'New' })),
      credential: serviceKeyOf(sandbox),
      parameters: idProperty('hs_object_id'),
    });
    expectAllAccounted(outcome, 2);
    for (const { message, httpStatus } of failuresOf(outcome)) {
      expect(httpStatus).toBe(404);
      expect(message).toMatch(/HTTP 404 .* the record, .* API Version/);
    }
    expect(sandbox.log.entries.length).toBeLessThan(12);
  });
});

describe('an empty 404 where the object type is known to be there', () => {
  const CHOICES: Array<[string, INodeParameters]> = [
    ['create', { operation: 'create' }],
    ['update', { operation: 'update' }],
    ['a dry run', { options: { dryRun: true } }],
  ];

  it.each(CHOICES)('says of no record that the type is missing (%s)', async (_, parameters) => {
    const sandbox = await sandboxForTest();
    sandbox.store.put('line_items', { invoice_line_key: 'K-0', name: 'Old' });
    sandbox.faults.add({ match: { path: '/batch/read' }, do: silentOfHubspot });
    const outcome = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters,
    });
    expectAllAccounted(outcome, 2);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ httpStatus: 404, attempted: false, stage: 'read' });
      expect(failure.message).not.toMatch(/has no object type/);
      expect(failure.message).toMatch(/HTTP 404 .* the ID property.* API Version/);
    }
    for (const write of ['create', 'update', 'upsert']) expect(sandbox.log.of(write)).toEqual([]);
  });

  it.each([
    ['/batch/upsert', {}],
    ['/batch/create', { operation: 'create' }],
  ])('a write is told so, too: %s', async (path, parameters) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ match: { path }, do: silentOfHubspot });
    const { thrown } = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters,
    });
    expect(thrown?.message).not.toMatch(/has no object type/);
    expect(thrown?.message).toMatch(/HTTP 404 .*"line_items".* API Version/);
  });
});
