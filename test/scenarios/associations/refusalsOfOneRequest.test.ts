import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const KEYS = Array.from({ length: 12 }, (_, index) => `K-${index}`);

/** @param dealOf The deal of each of twelve line items. */
async function associated(
  options: Partial<SandboxOptions>,
  dealOf: (index: number) => string,
  parameters = {},
) {
  const sandbox = await sandboxForTest(options);
  const deals = putDeals(sandbox, 3);
  const outcome = await upsert({
    items: lineItems(12).map((item, index) => ({ ...item, deal: dealOf(index) })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...associations({ toIdProperty: 'deal_key' }), ...parameters },
  });
  return { sandbox, outcome, deals };
}

it.each([1, 5])(
  'a request with more pairs than HubSpot takes (%i) is divided, and no limit of the account',
  async (most) => {
    const { sandbox, outcome } = await associated({ associationBatchLimit: most }, () => 'D-0');
    expect(writtenKeys(outcome)).toEqual(KEYS);
    expect(Object.keys(linkedDeals(sandbox))).toEqual(KEYS);
    expect(sandbox.log.of('associate')).toHaveLength(1 + Math.ceil(12 / most));
  },
);

it('a refusal that names the record of all its pairs says nothing of other records', async () => {
  const sandbox = await sandboxForTest({
    refuseAllPairsFor: ['limit'],
    associationLimits: [{ from: 'deals', to: 'line_items', most: 1 }],
  });
  const [full] = putDeals(sandbox, 3);
  const old = sandbox.store.put('line_items', { invoice_line_key: 'OLD' });
  sandbox.store.associations.put('deals', full!, 'line_items', old);
  // The third one stands in a request with the refused ones first, and by itself then.
  const deals = ['D-0', 'D-0', 'D-1'];
  const outcome = await upsert({
    items: lineItems(3).map((item, index) => ({ ...item, deal: deals[index]! })),
    credential: serviceKeyOf(sandbox),
    parameters: associations({ toIdProperty: 'deal_key' }),
  });
  expect(writtenKeys(outcome)).toEqual(['K-2']);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-0', value: full, httpStatus: 400 },
    { idValue: 'K-1', value: full, httpStatus: 400 },
  ]);
  expect(linkedDeals(sandbox)).toMatchObject({ 'K-2': ['D-1'] });
});

describe('what is said of a record that several pairs have', () => {
  const MOST = 5;
  const limits = [{ from: 'deals', to: 'line_items', most: MOST }];

  it.each<[string, Partial<SandboxOptions>]>([
    ['with the whole request refused', { refuseAllPairsFor: ['limit'] }],
    ['once for all of them', { equalPairErrors: 'once' }],
  ])('is no proof against any of them: what fits is associated (%s)', async (_, options) => {
    const { sandbox, outcome } = await associated(
      { associationLimits: limits, ...options },
      () => 'D-0',
    );
    const linked = Object.keys(linkedDeals(sandbox));
    expect(linked).toHaveLength(MOST);
    expect(writtenKeys(outcome)).toEqual(KEYS.filter((key) => linked.includes(key)));
    expect(failuresOf(outcome)).toHaveLength(12 - MOST);
  });

  it('is looked up where results are missing beside it', async () => {
    const sandbox = await sandboxForTest({ associationLimits: limits });
    putDeals(sandbox, 1);
    sandbox.faults.add({ match: { path: '/batch/associate' }, do: { kind: 'dropResults' } });
    const outcome = await upsert({
      items: lineItems(12).map((item) => ({ ...item, deal: 'D-0' })),
      credential: serviceKeyOf(sandbox),
      parameters: associations({ toIdProperty: 'deal_key' }),
    });
    const linked = Object.keys(linkedDeals(sandbox));
    expect(writtenKeys(outcome)).toEqual(KEYS.filter((key) => linked.includes(key)));
    for (const { message } of failuresOf(outcome)) expect(message).toContain('reached the limit');
    expect(sandbox.log.of('readAssociations')).toHaveLength(1);
  });
});
