import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';

const LABELS = [
  { from: 'line_items', to: 'deals', label: 'Upsell', typeId: 37 },
  { from: 'line_items', to: 'deals', label: 'Renewal', typeId: 41 },
];

async function labelled(
  labels: string[],
  { apiVersion = 'v3', ...options }: Partial<SandboxOptions> & { apiVersion?: string } = {},
) {
  const sandbox = await sandboxForTest({ associationLabels: LABELS, ...options });
  putDeals(sandbox, 1);
  const items = lineItems(labels.length).map((item, index) => ({
    ...item,
    deal: 'D-0',
    label: labels[index]!,
  }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...associations({ toIdProperty: 'deal_key', label: '={{ $json.label }}' }),
      options: { apiVersion },
    },
  });
  const made = sandbox.store.associations
    .all('line_items', 'deals')
    .sort((one, other) => Number(one.fromId) - Number(other.fromId))
    .map((each) => each.labels);
  return { sandbox, outcome, made };
}

describe.each(['v3', '2026-09'])('under %s', (apiVersion) => {
  it.each([
    ['its name', 'Upsell', 'Upsell'],
    ['its name in another case', ' upsell ', 'Upsell'],
    ['its category and number', 'USER_DEFINED:37', 'Upsell'],
  ])('a label may be given by %s', async (_, label, told) => {
    const { outcome, made } = await labelled([label], { apiVersion });
    expect(made).toEqual([['Upsell']]);
    expect(writtenOf(outcome)).toMatchObject([{ associations: [{ label: told }] }]);
  });

  it('the default association has none, and costs no look at the labels', async () => {
    const { sandbox, made } = await labelled([''], { apiVersion });
    expect(made).toEqual([[]]);
    expect(sandbox.log.of('associationLabels')).toEqual([]);
    expect(sandbox.log.of('associate').map(({ path }) => path)).toEqual([
      apiVersion === 'v3'
        ? '/crm/v4/associations/line_items/deals/batch/associate/default'
        : '/crm/associations/2026-09/line_items/deals/batch/associate/default',
    ]);
  });
});

it('labels of one pair of object types are read once, whatever the items ask for', async () => {
  const { sandbox, made } = await labelled(['Upsell', 'Renewal', '', 'USER_DEFINED:41']);
  expect(sandbox.log.of('associationLabels')).toHaveLength(1);
  expect(made).toEqual([['Upsell'], ['Renewal'], [], ['Renewal']]);
});

it('a label that the pair does not have leaves its item unwritten, and says which there are', async () => {
  const { sandbox, outcome } = await labelled(['Upsel', 'Upsell', 'USER_DEFINED:99']);
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'INVALID_VALUE',
      stage: 'associate',
      attempted: false,
      value: 'Upsel',
      message: expect.stringContaining('take one of "Upsell", "Renewal"') as string,
    },
    { value: 'USER_DEFINED:99', attempted: false },
  ]);
  expect(writtenKeys(outcome)).toEqual(['K-1']);
  expect(Object.keys(linkedDeals(sandbox))).toEqual(['K-1']);
});

it('a name that two labels have is refused with both', async () => {
  const twice = [...LABELS, { from: 'line_items', to: 'deals', label: 'Upsell', typeId: 53 }];
  const { outcome } = await labelled(['Upsell'], { associationLabels: twice });
  expect(failuresOf(outcome)).toMatchObject([
    { message: expect.stringContaining('take USER_DEFINED:37 or USER_DEFINED:53') as string },
  ]);
});

it('several labels for one other record reach HubSpot together', async () => {
  const sandbox = await sandboxForTest({ associationLabels: LABELS });
  putDeals(sandbox, 1);
  const entry = { toIdProperty: 'deal_key' };
  const outcome = await upsert({
    items: lineItems(1).map((item) => ({ ...item, deal: 'D-0' })),
    credential: serviceKeyOf(sandbox),
    parameters: associations({ ...entry, label: 'Upsell' }, { ...entry, label: 'Renewal' }, entry),
  });
  const types = sandbox.log
    .of('associate')
    .map(({ body }) => (body as { inputs: { types?: object[] }[] }).inputs[0]?.types?.length ?? 0);
  expect(types.sort()).toEqual([0, 2]);
  expect(writtenOf(outcome)).toMatchObject([
    { associations: [{ label: 'Upsell' }, { label: 'Renewal' }, { label: '' }] },
  ]);
});
