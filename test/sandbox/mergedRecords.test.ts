import type { MergeManner } from '../../sandbox/hubspot/crm/mergeRecords';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';
import { lineItemsAndDeals, pair } from './pairs';

const CONTACTS = '/crm/v3/objects/contacts/batch';

/** An account whose two contacts were merged. */
async function account(options: Partial<SandboxOptions> = {}, manner?: MergeManner) {
  const sandbox = await sandboxForTest({ shuffleResults: false, ...options });
  const { store } = sandbox;
  const primary = store.put('contacts', { email: 'a@x.io', city: 'Rome' });
  const other = store.put('contacts', { email: 'b@x.io', city: 'Oslo', phone: '7' });
  const id = store.merge('contacts', primary, other, manner);
  const http = client(sandbox);
  const properties = ['city', 'hs_merged_object_ids'];
  return {
    ...{ store, http, primary, other, id },
    read: async (...ids: string[]) =>
      (await http.post(`${CONTACTS}/read`, { inputs: ids.map((each) => ({ id: each })), properties, propertiesWithHistory: [] })).data, // prettier-ignore
    update: (...inputs: [id: string, city: string][]) =>
      http.post(`${CONTACTS}/update`, {
        inputs: inputs.map(([each, city]) => ({
          ...{ id: each, objectWriteTraceId: `trace-${each}`, properties: { city } },
        })),
      }),
  };
}

test('two records become a new one with the values of the first, and else of the second', async () => {
  const { store, id, primary, other } = await account();
  expect([primary, other]).not.toContain(id);
  expect(store.records('contacts')).toMatchObject([
    { id, properties: { email: 'a@x.io', hs_additional_emails: 'b@x.io', city: 'Rome', phone: '7' } }, // prettier-ignore
  ]);
  expect(store.find('contacts', 'email', 'b@x.io')?.id).toBe(id);
});

test('a read by both old ids returns it once, with the ids where they are asked for', async () => {
  const { read, id, primary, other } = await account();
  expect((await read(primary, other)).results).toMatchObject([
    { id, properties: { hs_object_id: id, hs_merged_object_ids: `${primary};${other}` } },
  ]);
  expect((await read(primary, other)).errors).toBeUndefined();
});

test('or the first keeps its id', async () => {
  const { read, id, primary, other } = await account({}, { keepsId: true });
  expect(id).toBe(primary);
  expect((await read(other)).results).toMatchObject([
    { id, properties: { city: 'Rome', hs_merged_object_ids: other } },
  ]);
});

test.each<[NonNullable<MergeManner['lists']>, (ids: string[]) => string | null]>([
  ['all', ([a, b, ab, c]) => [a, b, ab, c].join(';')],
  ['lastMerge', ([, , ab, c]) => [ab, c].join(';')],
  ['none', () => null],
])('after another merge it lists %s of the ids', async (lists, expected) => {
  const { store, read, id, primary, other } = await account();
  const third = store.put('contacts', {});
  const last = store.merge('contacts', id, third, { lists });
  expect((await read(primary)).results).toMatchObject([
    { id: last, properties: { hs_merged_object_ids: expected([primary, other, id, third]) } },
  ]);
});

describe('an update by an old id', () => {
  test('is one of the record by now, under its new id', async () => {
    const { update, id, primary } = await account();
    const { data } = await update([primary, 'Bern']);
    expect(data.results).toMatchObject([
      { id, objectWriteTraceId: `trace-${primary}`, properties: { city: 'Bern' } },
    ]);
    expect(data.results[0]?.properties).not.toHaveProperty('hs_merged_object_ids');
  });

  test('finds nothing where old ids lead on in reads alone', async () => {
    const { update, read, id, primary } = await account({ oldIdsLead: 'inReads' });
    const { status, data } = await update([primary, 'Bern']);
    expect(status).toBe(207);
    expect(data.errors).toMatchObject([{ category: 'OBJECT_NOT_FOUND' }]);
    expect((await read(primary)).results).toMatchObject([{ id, properties: { city: 'Rome' } }]);
  });

  test.each<[SandboxOptions['duplicateRecords'], number, number, string]>([
    ['written', 200, 2, 'Oslo'],
    ['oneResult', 200, 1, 'Oslo'],
    ['refused', 400, 0, 'Rome'],
  ])('and by another one (%s)', async (duplicateRecords, status, results, city) => {
    const { update, store, id, primary, other } = await account({ duplicateRecords });
    const answer = await update([primary, 'Bern'], [other, 'Oslo']);
    expect(answer.status).toBe(status);
    expect(answer.data.results ?? []).toHaveLength(results);
    expect(store.find('contacts', 'hs_object_id', id)?.properties.city).toBe(city);
  });
});

test('nothing leads to a record that was removed after the merge', async () => {
  const { store, read, id, primary } = await account();
  store.remove('contacts', id);
  expect((await read(primary)).errors).toMatchObject([{ category: 'OBJECT_NOT_FOUND' }]);
});

test('they can be merged by a request', async () => {
  const { store, http, id } = await account();
  const other = store.put('contacts', { email: 'c@x.io' });
  const merge = (primaryObjectId: string, objectIdToMerge: string) =>
    http.post('/crm/v3/objects/contacts/merge', { primaryObjectId, objectIdToMerge });
  const { status, data } = await merge(id, other);
  expect(status).toBe(200);
  expect(data).toMatchObject({
    id: store.records('contacts')[0]?.id,
    properties: { city: 'Rome' },
  });
  expect((await merge(id, '1')).status).toBe(404);
  expect((await merge(id, other)).status).toBe(404);
});

test('only records that are there are merged', async () => {
  const { store, id } = await account();
  expect(() => store.merge('contacts', id, '1')).toThrow('no contact 1 to merge');
});

describe('associations', () => {
  async function merged(options: Partial<SandboxOptions> = {}) {
    const all = await lineItemsAndDeals({ lines: 1, deals: 3, options });
    const [line, one, two, three] = [all.lineIds[0]!, ...all.dealIds] as [string, string, string, string]; // prettier-ignore
    all.sandbox.store.associations.put('line_items', line, 'deals', one);
    const deal = all.sandbox.store.merge('deals', one, two);
    return { ...all, line, one, two, three, deal };
  }

  test('those of a record are those of what it was merged into', async () => {
    const { sandbox, stored, line, deal } = await merged();
    expect(stored()).toMatchObject([{ fromId: line, toId: deal }]);
    expect(sandbox.store.associations.all('deals', 'line_items')).toMatchObject([
      { fromId: deal, toId: line },
    ]);
  });

  test.each(['idNow', 'idAsked'] as const)(
    'by an old id are told by %s',
    async (mergedEndToldBy) => {
      const { sandbox, associate, stored, read, line, three, deal } = await merged({
        mergedEndToldBy,
      });
      const last = sandbox.store.merge('deals', three, deal);
      const told = mergedEndToldBy === 'idNow' ? last : three;
      expect((await associate([pair(line, three)])).data.results).toMatchObject([
        { from: { id: line }, to: { id: told } },
      ]);
      expect(stored()).toMatchObject([{ fromId: line, toId: last }]);
      const newLine = sandbox.store.merge('line_items', line, sandbox.store.put('line_items', {}));
      expect((await read({ id: line })).data.results).toMatchObject([
        { from: { id: mergedEndToldBy === 'idNow' ? newLine : line }, to: [{ toObjectId: last }] },
      ]);
    },
  );

  test('are refused by an old id where those lead on in reads alone', async () => {
    const { associate, line, one } = await merged({ oldIdsLead: 'inReads' });
    const { data } = await associate([pair(line, one)]);
    expect(data.errors).toHaveLength(1);
  });
});
