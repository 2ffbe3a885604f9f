import type { AssociationOptions } from '../../sandbox/hubspot/associationOptions';
import { MAIN, MAIN_TYPE, PATHS, VERSIONS, lineItemsAndDeals, pair } from './pairs';

type Options = Partial<AssociationOptions>;

/** Associates one pair that is right and one with a deal that is not there. */
async function withMissingDeal(options: Options, id = '404', version = VERSIONS[0]) {
  const made = await lineItemsAndDeals({ version, options });
  const [line = '', deal = ''] = [made.lineIds[0], made.dealIds[0]];
  const answer = await made.associate([pair(line, id), pair(line, deal)]);
  expect(made.stored()).toMatchObject([{ fromId: line, toId: deal }]);
  return { ...answer, line, deal };
}

test.each<[string, Options, number, number]>([
  ['207', {}, 207, 207],
  ['200 with errors', { associationErrorStatus: 200 }, 200, 200],
  ['each version its own', { associationErrorStatus: { v3: 207, '2026-09': 200 } }, 207, 200],
])('errors of pairs come in a %s', async (_, options, ofV4, ofDated) => {
  for (const [version, expected] of [
    ['v3', ofV4],
    ['2026-09', ofDated],
  ] as const) {
    const { status, data } = await withMissingDeal(options, '404', version);
    expect([status, data.numErrors, data.results.length]).toEqual([expected, 1, 1]);
  }
});

const INVALID_IDENTIFIER = {
  subCategory: 'crm.associations.INVALID_IDENTIFIER',
  message: '404 is not a valid ID',
  context: { id: ['404'] },
};

test.each<[string, Options, object]>([
  ['invalidIdentifier', {}, INVALID_IDENTIFIER],
  [
    'notFound',
    { missingEndWording: 'notFound' },
    {
      category: 'OBJECT_NOT_FOUND',
      message:
        'Could not get some DEAL objects, they may be deleted or not exist. Check that ids are valid.',
      context: { ids: ['404'] },
    },
  ],
  [
    'invalidObjectIds',
    { missingEndWording: 'invalidObjectIds' },
    {
      message: 'One or more associations are invalid',
      context: {
        INVALID_OBJECT_IDS: ['DEAL=404 is not valid'],
        objectId: ['404'],
        objectType: ['DEAL'],
      },
    },
  ],
])('a record that is not there is told as %s', async (_, options, error) => {
  const { data } = await withMissingDeal(options);
  expect(data.errors).toEqual([expect.objectContaining(error)]);
});

test('a record that is not there may refuse the whole batch', async () => {
  const { associate, lineIds, dealIds, stored } = await lineItemsAndDeals({
    options: { refuseAllPairsFor: ['notFound'], missingEndWording: 'invalidObjectIds' },
  });
  const line = lineIds[0]!;
  const { status, data } = await associate([pair(line, dealIds[0]!), pair(line, '404')]);

  expect([status, data.category, data.message, stored()]).toEqual([
    400,
    'VALIDATION_ERROR',
    'One or more associations are invalid',
    [],
  ]);
  expect(data.context).toMatchObject({ objectId: ['404'], objectType: ['DEAL'] });
});

test('an id that is none is told the same way whatever the wording', async () => {
  const { data } = await withMissingDeal({ missingEndWording: 'notFound' }, 'D-17');
  expect(data.errors).toEqual([
    expect.objectContaining({ message: 'D-17 is not a valid ID', context: { id: ['D-17'] } }),
  ]);
});

test('an error may name both ends', async () => {
  const { data, line } = await withMissingDeal({ pairNaming: 'ends' });
  expect(data.errors[0]!.context).toEqual({ fromObjectId: [line], toObjectId: ['404'] });
});

test.each(['invalidIdentifier', 'notFound', 'invalidObjectIds'] as const)(
  'an error may name the id in its sentence alone (%s)',
  async (missingEndWording) => {
    const { data } = await withMissingDeal({ pairNaming: 'sentence', missingEndWording });
    expect(data.errors[0]!.context).toBeUndefined();
    expect(data.errors[0]!.message).toContain('404');
  },
);

test('an error may name nothing', async () => {
  const { data } = await withMissingDeal({ pairNaming: 'nothing' });
  expect(data.errors).toEqual([
    {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'One or more associations are invalid',
    },
  ]);
});

test.each([
  ['each', 3],
  ['once', 1],
] as const)('pairs with the same missing deal are told %s', async (equalPairErrors, count) => {
  const { associate, lineIds } = await lineItemsAndDeals({
    lines: 3,
    options: { equalPairErrors },
  });
  const { data } = await associate(lineIds.map((id) => pair(id, '404')));
  expect([data.errors.length, data.numErrors]).toEqual([count, count]);
});

test('a record is not associated to itself, which its sentence alone tells', async () => {
  const { sandbox, http, dealIds } = await lineItemsAndDeals({ deals: 2 });
  const [one = '', other = ''] = dealIds;
  const path = '/crm/v4/associations/deals/0-3/batch/associate/default';
  const { status, data } = await http.post(path, { inputs: [pair(one, one), pair(one, other)] });

  expect([status, data.errors]).toEqual([
    207,
    [
      {
        status: 'error',
        category: 'VALIDATION_ERROR',
        message: `Object ${one} cannot be associated to itself (${one})`,
      },
    ],
  ]);
  expect(sandbox.store.associations.all('deals', 'deals')).toHaveLength(2);
});

test('object types that cannot be associated are a 400 for the whole batch', async () => {
  const { sandbox, http, lineIds } = await lineItemsAndDeals();
  const contact = sandbox.store.put('contacts', {});
  const path = '/crm/v4/associations/line_items/contacts/batch/associate/default';
  const { status, data } = await http.post(path, { inputs: [pair(lineIds[0]!, contact)] });

  expect([status, data.category, data.subCategory]).toEqual([
    400,
    'VALIDATION_ERROR',
    'crm.associations.INVALID_ASSOCIATION_TYPE',
  ]);
  expect(sandbox.store.associations.all('line_items', 'contacts')).toEqual([]);
});

test.each<[string, Options, number, number]>([
  ['refuses the batch', {}, 400, 0],
  ['refuses its pairs', { refuseAllPairsFor: [] }, 207, 1],
])('a type that the pair does not have %s', async (_, options, expected, count) => {
  const { http, lineIds, dealIds, stored } = await lineItemsAndDeals({
    lines: 2,
    options: { ...options, associationLabels: [MAIN] },
  });
  const [right, wrong] = lineIds.map((id) => pair(id, dealIds[0]!));
  const { status, data } = await http.post(`${PATHS.v3}/batch/create`, {
    inputs: [
      { ...right, types: [MAIN_TYPE] },
      { ...wrong, types: [{ ...MAIN_TYPE, associationTypeId: 8_888 }] },
    ],
  });

  expect(status).toBe(expected);
  const told = status === 400 ? data : data.errors[0]!;
  expect(told.message).toBe('1-8888 is not a valid association type between LINE_ITEM and DEAL');
  expect(stored()).toHaveLength(count);
});

test('a pair without types is a 400', async () => {
  const { label, lineIds, dealIds } = await lineItemsAndDeals();
  const { status, data } = await label([pair(lineIds[0]!, dealIds[0]!)]);
  expect([status, data.category]).toEqual([400, 'VALIDATION_ERROR']);
});
