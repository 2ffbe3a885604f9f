import { MAIN, PATHS, VERSIONS, lineItemsAndDeals } from './pairs';

const STANDARD = { category: 'HUBSPOT_DEFINED', typeId: 20, label: null };
const LABELLED = { category: 'USER_DEFINED', typeId: 7, label: 'Main' };

test.each(VERSIONS)(
  'the labels of a pair: the default one first, then the rest (%s)',
  async (v) => {
    const { http } = await lineItemsAndDeals({ options: { associationLabels: [MAIN] } });
    const { data } = await http.get(`${PATHS[v]}/labels`);
    expect(data.results).toEqual([STANDARD, LABELLED]);
  },
);

test('both paths of v4 have them, and the default one may stand last', async () => {
  const options = { associationLabels: [MAIN], defaultLabelStands: 'last' } as const;
  const { http } = await lineItemsAndDeals({ options });
  for (const path of [`${PATHS.v3}/labels`, '/crm/associations/v4/0-8/deal/labels']) {
    expect((await http.get(path)).data.results).toEqual([LABELLED, STANDARD]);
  }
});

test('HubSpot has labels of its own, and none for types that cannot be associated', async () => {
  const { http } = await lineItemsAndDeals();
  const labels = async (from: string, to: string) =>
    (await http.get(`/crm/v4/associations/${from}/${to}/labels`)).data.results;
  expect(await labels('deals', 'companies')).toEqual([
    { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
    { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
  ]);
  expect(await labels('line_items', 'contacts')).toEqual([]);
});

test.each(VERSIONS)('associations are read back with their types (%s)', async (version) => {
  const { sandbox, read, lineIds, dealIds } = await lineItemsAndDeals({
    lines: 2,
    deals: 2,
    version,
    options: { associationLabels: [MAIN] },
  });
  const { associations } = sandbox.store;
  associations.put('line_items', lineIds[0]!, 'deals', dealIds[0]!, 'Main');
  associations.put('line_items', lineIds[0]!, 'deals', dealIds[1]!);
  associations.put('deals', dealIds[0]!, 'line_items', lineIds[1]!);
  const { status, data } = await read(...lineIds.map((id) => ({ id })));

  expect(status).toBe(200);
  expect(data.results).toEqual([
    {
      from: { id: lineIds[0] },
      to: [
        { toObjectId: dealIds[0], associationTypes: [STANDARD, LABELLED] },
        { toObjectId: dealIds[1], associationTypes: [STANDARD] },
      ],
    },
    {
      from: { id: lineIds[1] },
      to: [{ toObjectId: dealIds[0], associationTypes: [STANDARD] }],
    },
  ]);
});

test('a record without associations is an error, and so is an id that is none', async () => {
  const { read, lineIds } = await lineItemsAndDeals();
  const { status, data } = await read({ id: lineIds[0]! }, { id: 'x' });
  expect([status, data.results, data.errors]).toEqual([
    207,
    [],
    [
      {
        status: 'error',
        category: 'OBJECT_NOT_FOUND',
        subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
        message: `No deal is associated with line_item ${lineIds[0]}.`,
        context: {
          fromObjectId: [lineIds[0]],
          fromObjectType: ['line_item'],
          toObjectType: ['deal'],
        },
      },
      expect.objectContaining({ subCategory: 'crm.associations.INVALID_IDENTIFIER' }),
    ],
  ]);
});

test('many associations of a record come in pages, with ids that may be numbers', async () => {
  const { sandbox, read, lineIds, dealIds } = await lineItemsAndDeals({
    deals: 5,
    options: { associationsPageSize: 2, numericAssociationIds: true },
  });
  const id = lineIds[0]!;
  for (const deal of dealIds) sandbox.store.associations.put('line_items', id, 'deals', deal);

  const seen: unknown[] = [];
  let after: string | undefined;
  do {
    const { data } = await read({ id, after });
    const [{ to, paging }] = data.results as unknown as [
      { to: { toObjectId: number }[]; paging?: { next: { after: string } } },
    ];
    seen.push(to.map(({ toObjectId }) => toObjectId));
    after = paging?.next.after;
  } while (after !== undefined);
  const numbers = dealIds.map(Number);
  expect(seen).toEqual([numbers.slice(0, 2), numbers.slice(2, 4), numbers.slice(4)]);
});

test.each([
  [1000, {}],
  [100, { associationReadLimit: 100 }],
])('more than %d records are not read at once', async (most, options) => {
  const { read, lineIds } = await lineItemsAndDeals({ options });
  const inputs = Array.from({ length: most + 1 }, () => ({ id: lineIds[0]! }));
  expect((await read(...inputs)).status).toBe(400);
  expect((await read(...inputs.slice(1))).status).toBe(207);
});
