import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const update = { operation: 'update' };
const byRecordId = idProperty('hs_object_id');

it('updates the records that are there, and skips the others', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Old' });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: update,
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'skipped', reason: 'missing', idValue: 'K-0' },
    { outcome: 'updated', idValue: 'K-1', id },
  ]);
  expect(sandbox.store.records('line_items')).toMatchObject([{ properties: { name: 'Row 1' } }]);
  expect(sandbox.log.entries.map(({ operation }) => operation)).toEqual([
    'properties',
    'read',
    'update',
  ]);
});

it('an item with nothing but its key leaves the record unchanged', async () => {
  const sandbox = await sandboxForTest({ emptyWrites: 'refused' });
  sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Old' });
  const outcome = await upsert({
    items: [{ invoice_line_key: 'K-1' }],
    credential: serviceKeyOf(sandbox),
    parameters: update,
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'unchanged', idValue: 'K-1' }]);
  expect(sandbox.log.of('update')).toEqual([]);
});

describe('by record ID', () => {
  it.each(['oneError', 'refusesBatch', undefined] as const)(
    'updates what is there, and says which record is not (%s)',
    async (missingInUpdate) => {
      const sandbox = await sandboxForTest(missingInUpdate && { missingInUpdate });
      const ids = [1, 2].map((n) => sandbox.store.put('line_items', { name: `Old ${n}` }));
      const items = [ids[0], '99', ids[1]].map((id) => ({ hs_object_id: id, name: `New ${id}` }));
      const outcome = await upsert({
        items,
        credential: serviceKeyOf(sandbox),
        parameters: byRecordId,
      });
      expectAllAccounted(outcome, 3);
      expect(writtenOf(outcome)).toMatchObject(ids.map((id) => ({ outcome: 'updated', id })));
      expect(failuresOf(outcome)).toMatchObject([
        { category: 'RECORD_NOT_FOUND', stage: 'read', value: '99', retryable: false },
      ]);
      expect(sandbox.store.records('line_items').map(({ properties }) => properties.name)).toEqual(
        ids.map((id) => `New ${id}`),
      );
    },
  );

  it('takes one request where all are there', async () => {
    const sandbox = await sandboxForTest();
    const items = Array.from({ length: 100 }, (_, n) => ({
      hs_object_id: Number(sandbox.store.put('line_items', { name: `Old ${n}` })),
      name: `New ${n}`,
    }));
    const outcome = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: byRecordId,
    });
    expect(outcome.success).toHaveLength(100);
    expect(sandbox.log.entries.map(({ operation }) => operation)).toEqual(['properties', 'update']);
  });

  it('with the operation Update skips what is not there', async () => {
    const sandbox = await sandboxForTest();
    const outcome = await upsert({
      items: [{ hs_object_id: '99', name: 'x' }],
      credential: serviceKeyOf(sandbox),
      parameters: { ...byRecordId, ...update },
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'skipped', reason: 'missing' }]);
  });

  it('refuses what are no digits before anything is sent', async () => {
    const sandbox = await sandboxForTest();
    const outcome = await upsert({
      items: [{ hs_object_id: 'K-1' }, { hs_object_id: '1.5' }, { hs_object_id: '' }],
      credential: serviceKeyOf(sandbox),
      parameters: byRecordId,
    });
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'INVALID_VALUE', value: 'K-1', attempted: false },
      { category: 'INVALID_VALUE', value: '1.5', attempted: false },
      { category: 'MISSING_ID', attempted: false },
    ]);
    expect(sandbox.log.of('update')).toEqual([]);
  });

  it('refuses what HubSpot cannot hold as a record ID, and takes leading zeros for none', async () => {
    const sandbox = await sandboxForTest();
    const id = sandbox.store.put('line_items', { name: 'Old' });
    const zeros = '0'.repeat(30);
    const most = '9223372036854775807';
    const outcome = await upsert({
      items: [`${zeros}${id}`, '1'.repeat(40), '9223372036854775808', most, `${zeros}${most}`].map(
        (hs_object_id) => ({ hs_object_id, name: 'New' }),
      ),
      credential: serviceKeyOf(sandbox),
      parameters: byRecordId,
    });
    expectAllAccounted(outcome, 5);
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id, idValue: id }]);
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'INVALID_VALUE', value: '1'.repeat(40), attempted: false },
      { category: 'INVALID_VALUE', value: '9223372036854775808', attempted: false },
      { category: 'RECORD_NOT_FOUND', idValue: most },
      { category: 'RECORD_NOT_FOUND', idValue: most },
    ]);
    expect(failuresOf(outcome)[0]?.message).toMatch(
      /no record ID of HubSpot: the greatest is 9,223,372,036,854,775,807/,
    );
  });

  it('creates nothing: the operation Create makes the node throw', async () => {
    const sandbox = await sandboxForTest();
    const run = {
      items: [{ hs_object_id: '1' }],
      credential: serviceKeyOf(sandbox),
      parameters: { ...byRecordId, operation: 'create' },
    };
    expect((await upsert(run)).thrown?.message).toMatch(
      /has no record ID yet.*another ID property/,
    );
    const outcome = await upsert({ ...run, settings: CONTINUING[0]![1] });
    expect(failuresOf(outcome)).toMatchObject([{ category: 'NOT_ATTEMPTED' }]);
    expect(sandbox.log.entries).toEqual([]);
  });
});

it('a file that HubSpot exported goes back by its column Record ID', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('contacts', { email: 'jane@x.com', firstname: 'Old' });
  const outcome = await upsert({
    items: [{ 'Record ID': Number(id), 'First Name': 'Jane' }],
    credential: serviceKeyOf(sandbox),
    parameters: { ...objectType('contacts'), ...byRecordId },
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id, idValue: id }]);
  expect(sandbox.store.records('contacts')).toMatchObject([{ properties: { firstname: 'Jane' } }]);
});
