import type { INodeParameters } from 'n8n-workflow';
import type { MergeManner } from '../../../sandbox/hubspot/crm/mergeRecords';
import { BARE_V3, type SandboxOptions } from '../../../sandbox/hubspot/options';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { READ, sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

/** Contacts by record ID, of which two were merged, and another one that was not. */
async function account(options: Partial<SandboxOptions> = {}, manner?: MergeManner) {
  const sandbox = await sandboxForTest(options);
  const { store } = sandbox;
  const old = ['a', 'b'].map((name) =>
    store.put('contacts', { email: `${name}@x.io`, city: 'Old' }),
  );
  const other = store.put('contacts', { email: 'c@x.io', city: 'Old' });
  const id = store.merge('contacts', old[0]!, old[1]!, manner);
  return {
    ...{ sandbox, store, other, id, first: old[0]!, second: old[1]! },
    cityOf: (recordId: string) => store.find('contacts', 'hs_object_id', recordId)?.properties.city,
    run: async (
      cities: Array<[recordId: string, values: object]>,
      parameters: INodeParameters = {},
    ) => {
      const outcome = await upsert({
        items: cities.map(([hs_object_id, values]) => ({ hs_object_id, ...values })),
        credential: serviceKeyOf(sandbox),
        parameters: { ...objectType('contacts'), ...idProperty('hs_object_id'), ...parameters },
      });
      expectAllAccounted(outcome, cities.length);
      return { outcome, operations: sandbox.log.entries.map(({ operation }) => operation) };
    },
  };
}

const NEW = { city: 'New' };

/** How results find their records, and which old ids HubSpot's records list. */
const MANNERS: Array<[string, Partial<SandboxOptions>, MergeManner?]> = [
  ['a trace id in every result', {}],
  ['no trace id in results', BARE_V3],
  ['no trace id anywhere', { traceIdEcho: 'none', keyInResults: 'never' }],
  ['no trace id, and old ids that are not listed', BARE_V3, { lists: 'none' }],
  ['no trace id, and the first record that keeps its id', BARE_V3, { keepsId: true }],
];

describe.each(MANNERS)('%s', (_, options, manner) => {
  it('a record is updated by its id of before a merge, and tells that of now', async () => {
    const { run, cityOf, id, second, other } = await account(options, manner);
    const { outcome } = await run([
      [second, NEW],
      [other, NEW],
    ]);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'updated', id, idValue: second },
      { outcome: 'updated', id: other, idValue: other },
    ]);
    expect([id, other].map(cityOf)).toEqual(['New', 'New']);
  });

  it('beside one that HubSpot does not have', async () => {
    const { run, id, second, other } = await account(options, manner);
    const { outcome } = await run([
      [second, NEW],
      ['99', NEW],
      [other, NEW],
    ]);
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }, { outcome: 'updated' }]);
    expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', idValue: '99' }]);
  });

  it.each<[string, INodeParameters, string]>([
    ['the operation Update', { operation: 'update' }, 'updated'],
    ['Skip Unchanged', { options: { skipUnchanged: true } }, 'updated'],
    ['Keep', { options: { existingValues: 'keep' } }, 'updated'],
    ['a dry run', { options: { dryRun: true } }, 'wouldUpdate'],
  ])('and so with %s', async (_choice, parameters, expected) => {
    const { run, id, second, other } = await account(options, manner);
    const { outcome } = await run(
      [
        [second, { city: 'New', phone: '7' }],
        [other, { city: 'New', phone: '7' }],
        ['99', NEW],
      ],
      parameters,
    );
    expect(writtenOf(outcome).slice(0, 2)).toMatchObject([
      { outcome: expected, id, idValue: second },
      { outcome: expected, id: other },
    ]);
    if (parameters.operation === 'update') {
      expect(writtenOf(outcome)[2]).toMatchObject({ outcome: 'skipped', reason: 'missing' });
    } else expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND' }]);
  });

  it('and where the answer is lost', async () => {
    const { run, sandbox, cityOf, id, second, other } = await account(options, manner);
    sandbox.faults.add({
      match: { path: '/batch/update' },
      do: { kind: 'status', status: 502, when: 'after' },
    });
    const items: Array<[string, object]> = [
      [second, NEW],
      [other, NEW],
    ];
    const { outcome } = await run(items, { options: { maxRetries: 0 } });
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'written', id, idValue: second },
      { outcome: 'written', id: other },
    ]);
    expect(cityOf(id)).toBe('New');
  });

  describe.each<SandboxOptions['duplicateRecords']>(['written', 'oneResult', 'refused'])(
    'two items with two old ids of one record (%s)',
    (duplicateRecords) => {
      it('are written both where both can be', async () => {
        const { run, store, id, first, second } = await account(
          { ...options, duplicateRecords },
          manner,
        );
        const { outcome } = await run([
          [first, NEW],
          [second, { phone: '7' }],
        ]);
        expect(writtenOf(outcome)).toMatchObject([
          { id, idValue: first },
          { id, idValue: second },
        ]);
        expect(store.find('contacts', 'hs_object_id', id)?.properties).toMatchObject({ city: 'New', phone: '7' }); // prettier-ignore
      });

      it('with other values of one property, what is called written was', async () => {
        const { run, cityOf, id, first, second } = await account(
          { ...options, duplicateRecords },
          manner,
        );
        const { outcome } = await run([
          [first, { city: 'Rome' }],
          [second, { city: 'Oslo' }],
        ]);
        expect(cityOf(id)).toBe('Oslo');
        expect(writtenOf(outcome).at(-1)).toMatchObject({ id, idValue: second });
        for (const failure of failuresOf(outcome)) {
          expect(failure).toMatchObject({
            category: 'NO_OUTCOME',
            idValue: first,
            retryable: true,
          });
        }
      });

      it.each<[string, INodeParameters, string]>([
        ['Update', { operation: 'update' }, 'Oslo'],
        ['Skip Unchanged', { options: { skipUnchanged: true } }, 'Oslo'],
        ['Keep', { options: { existingValues: 'keep' } }, 'Old'],
      ])('are written one after the other with %s', async (_choice, parameters, city) => {
        const { run, cityOf, id, first, second } = await account(
          { ...options, duplicateRecords },
          manner,
        );
        const { outcome } = await run(
          [
            [first, { city: 'Rome', phone: '7' }],
            [second, { city: 'Oslo', phone: '8', firstname: 'Ann' }],
          ],
          parameters,
        );
        expect(writtenOf(outcome)).toMatchObject([
          { outcome: 'updated', id },
          { outcome: 'updated', id },
        ]);
        expect(cityOf(id)).toBe(city);
      });
    },
  );
});

it('a record of which HubSpot lists the last merge alone is found by an earlier id, too', async () => {
  const { run, store, id, first, other } = await account();
  const last = store.merge('contacts', id, other, { lists: 'lastMerge' });
  const { outcome, operations } = await run(
    [
      [first, NEW],
      [other, NEW],
      [last, NEW],
      ['99', NEW],
    ],
    {
      options: { dryRun: true },
    },
  );
  expect(writtenOf(outcome)).toMatchObject([{ id: last }, { id: last }, { id: last }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', idValue: '99' }]);
  expect(operations.filter((operation) => operation === 'read')).toHaveLength(2);
});

it('no request more is needed where no record was merged', async () => {
  const { run, other } = await account();
  const { operations } = await run(
    [
      [other, NEW],
      ['98', NEW],
      ['99', NEW],
    ],
    { operation: 'update' },
  );
  expect(operations).toEqual(['properties', 'read', 'update']);
});

it('a record that was removed after it was merged is missing', async () => {
  const { run, store, id, first } = await account();
  store.remove('contacts', id);
  const { outcome } = await run([[first, NEW]]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', idValue: first }]);
});

describe.each(['perRecord', 'oneError', 'refusesBatch'] as const)(
  'where HubSpot updates by ids of now alone (%s)',
  (missingInUpdate) => {
    it.each<[string, INodeParameters]>([
      ['updated unread', {}],
      ['read first', { operation: 'update' }],
    ])('a record is updated by that of now: %s', async (_, parameters) => {
      const { run, cityOf, id, first, other } = await account({
        oldIdsLead: 'inReads',
        missingInUpdate,
      });
      const items: Array<[string, object]> = [
        [first, NEW],
        [other, NEW],
      ];
      const { outcome } = await run(items, parameters);
      expect(writtenOf(outcome)).toMatchObject([
        { outcome: 'updated', id, idValue: first },
        { outcome: 'updated', id: other },
      ]);
      expect(cityOf(id)).toBe('New');
    });
  },
);

describe.each(MANNERS.slice(0, 3))('merged between read and update: %s', (_, options) => {
  it.each<[string, INodeParameters]>([
    [
      'found by record ID',
      { ...idProperty('hs_object_id'), id: '={{ $json.record }}', operation: 'update' },
    ],
    ['found by a search', { ...idProperty('phone'), options: { nonUniqueId: 'search' } }],
    ['a contact found by e-mail', { ...idProperty('email'), operation: 'update' }],
  ])('%s', async (_how, parameters) => {
    const sandbox = await sandboxForTest(options);
    const { store } = sandbox;
    const record = store.put('contacts', { email: 'a@x.io', phone: '7' });
    const primary = store.put('contacts', { email: 'b@x.io', phone: '8' });
    sandbox.faults.add({
      match: { path: '/batch/update' },
      do: { kind: 'meanwhile', run: () => void store.merge('contacts', primary, record) },
    });
    const outcome = await upsert({
      items: [{ record, email: 'a@x.io', phone: '7', city: 'New' }],
      credential: serviceKeyOf(sandbox),
      parameters: { ...objectType('contacts'), ...parameters },
    });
    expectAllAccounted(outcome, 1);
    const [merged] = store.records('contacts');
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id: merged?.id }]);
    expect(merged?.properties.city).toBe('New');
  });
});

it('two records of one value that were merged since they were found are one', async () => {
  const sandbox = await sandboxForTest();
  const { store } = sandbox;
  const ids = ['a', 'b'].map((name) =>
    store.put('contacts', { email: `${name}@x.io`, phone: '7' }),
  );
  sandbox.faults.add({
    match: { path: READ },
    do: { kind: 'meanwhile', run: () => void store.merge('contacts', ids[0]!, ids[1]!) },
  });
  const outcome = await upsert({
    items: [{ phone: '7', city: 'New' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType('contacts'),
      ...idProperty('phone'),
      options: { nonUniqueId: 'search', skipUnchanged: true },
    },
  });
  const [merged] = store.records('contacts');
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id: merged?.id }]);
});
