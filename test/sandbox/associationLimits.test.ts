import type { AssociationOptions } from '../../sandbox/hubspot/associationOptions';
import { client } from './client';
import { MAIN, MAIN_TYPE, PATHS, VERSIONS, lineItemsAndDeals, pair } from './pairs';

test.each<[string, AssociationOptions['associationLimits']]>([
  ['of line items for each deal', [{ from: 'deals', to: 'line_items', most: 2 }]],
  ['of deals for each line item, in whatever spelling', [{ from: '0-8', to: 'deal', most: 1 }]],
])('no more than the limit %s', async (_, associationLimits) => {
  const { sandbox, associate, lineIds, dealIds, stored } = await lineItemsAndDeals({
    lines: 3,
    deals: 2,
    options: { associationLimits },
  });
  const [one = '', other = ''] = dealIds;
  sandbox.store.associations.put('line_items', lineIds[0]!, 'deals', one);
  const inputs = [...lineIds.map((id) => pair(id, one)), pair(lineIds[0]!, other)];
  const { data } = await associate(inputs);
  const again = await associate(inputs);

  const isOfDeal = associationLimits[0]?.from === 'deals';
  const full = isOfDeal ? one : lineIds[0]!;
  expect(stored()).toHaveLength(3);
  expect(data.errors).toEqual([
    expect.objectContaining({
      category: 'VALIDATION_ERROR',
      message: isOfDeal
        ? `DEAL ${full} has reached the limit of 2 associated LINE_ITEM records`
        : `LINE_ITEM ${full} has reached the limit of 1 associated DEAL records`,
      context: { ids: [full] },
    }),
  ]);
  expect(again.data.errors).toEqual(data.errors);
});

test('a limit may refuse the whole batch', async () => {
  const { associate, lineIds, dealIds, stored } = await lineItemsAndDeals({
    lines: 2,
    options: {
      associationLimits: [{ from: 'deals', to: 'line_items', most: 1 }],
      refuseAllPairsFor: ['limit'],
    },
  });
  const { status } = await associate(lineIds.map((id) => pair(id, dealIds[0]!)));
  expect([status, stored()]).toEqual([400, []]);
});

test('a user who may not edit associations gets a 400 from 2026-09', async () => {
  for (const version of VERSIONS) {
    const { associate, label, lineIds, dealIds, stored } = await lineItemsAndDeals({
      version,
      options: { editAssociationsMissingIn: ['2026-09'], associationLabels: [MAIN] },
    });
    const inputs = [pair(lineIds[0]!, dealIds[0]!)];
    const answers = [await associate(inputs), await label(inputs, MAIN_TYPE)];
    if (version === 'v3') {
      expect(answers.map(({ status }) => status)).toEqual([200, 201]);
      continue;
    }
    for (const { status, data } of answers) {
      expect([status, data.category, data.message]).toEqual([
        400,
        'VALIDATION_ERROR',
        "Missing 'Edit Associations' permission.",
      ]);
    }
    expect(stored()).toEqual([]);
  }
});

const LINES = 'crm.objects.line_items';
const DEALS = 'crm.objects.deals';

test.each([
  ['the first type is missing', `${DEALS}.write`, [`${LINES}.write`, 'e-commerce']],
  ['the second type is missing', `${LINES}.write`, [`${DEALS}.write`]],
])('to associate needs to write both types: %s', async (_, scope, wanted) => {
  const { sandbox, lineIds, dealIds, stored } = await lineItemsAndDeals();
  const inputs = [pair(lineIds[0]!, dealIds[0]!)];
  const { status, data } = await client(sandbox, { scopes: [scope] }).post(
    `${PATHS.v3}/batch/associate/default`,
    { inputs },
  );
  expect([status, data.category]).toEqual([403, 'MISSING_SCOPES']);
  expect(data.errors[0]!.context).toEqual({ requiredGranularScopes: wanted });
  expect(stored()).toEqual([]);
});

test('reading associations and labels needs to read both types', async () => {
  const { sandbox, lineIds } = await lineItemsAndDeals();
  const call = async (...scopes: string[]) => {
    const http = client(sandbox, { scopes });
    const read = await http.post(`${PATHS['2026-09']}/batch/read`, {
      inputs: [{ id: lineIds[0] }],
    });
    return [read.status, (await http.get(`${PATHS['2026-09']}/labels`)).status];
  };
  expect(await call(`${LINES}.read`)).toEqual([403, 403]);
  expect(await call(`${LINES}.write`, `${DEALS}.write`)).toEqual([403, 403]);
  expect(await call(`${LINES}.read`, `${DEALS}.read`)).toEqual([207, 200]);
});

test.each([
  [2000, {}],
  [100, { associationBatchLimit: 100 }],
])('more than %d pairs are refused', async (most, options) => {
  const { associate, lineIds, dealIds, stored } = await lineItemsAndDeals({ options });
  const inputs = Array.from({ length: most + 1 }, () => pair(lineIds[0]!, dealIds[0]!));
  const refused = await associate(inputs);
  expect([refused.status, refused.data.message, stored()]).toEqual([
    400,
    `The maximum number of inputs supported in a batch is ${most}. Please reduce the number of items and try again`,
    [],
  ]);
  expect((await associate(inputs.slice(1))).status).toBe(200);
});

test('an object type that is not there is a 400, or of 2026-09 an empty 404', async () => {
  const { http } = await lineItemsAndDeals({ options: { emptyNotFound: true } });
  const ofV4 = await http.get('/crm/v4/associations/line_items/dealz/labels');
  const dated = await http.get('/crm/associations/2026-09/line_items/dealz/labels');
  expect([ofV4.status, ofV4.data.message, dated.status, dated.data]).toEqual([
    400,
    'Unable to infer object type from: dealz',
    404,
    '',
  ]);
});
