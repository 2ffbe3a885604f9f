import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

/**
 * Twenty line items for two deals, one of which already has as many line items as the account allows: of
 * its ten, five can be associated with it.
 */
async function beyondALimit(options: Partial<SandboxOptions>) {
  const sandbox = await sandboxForTest({
    associationLimits: [{ from: 'deals', to: 'line_items', most: 8 }],
    ...options,
  });
  const [full] = putDeals(sandbox, 2);
  for (let before = 0; before < 3; before += 1) {
    const line = sandbox.store.put('line_items', { invoice_line_key: `OLD-${before}` });
    sandbox.store.associations.put('deals', full!, 'line_items', line);
  }
  const items = lineItems(16).map((item, index) => ({ ...item, deal: `D-${index % 2}` }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: associations({ toIdProperty: 'deal_key' }),
  });
  return { sandbox, outcome, full };
}

describe.each<[string, Partial<SandboxOptions>]>([
  ['in their context', { pairNaming: 'asRecorded' }],
  ['by both ids', { pairNaming: 'ends' }],
  ['by a sentence', { pairNaming: 'sentence' }],
  ['not at all', { pairNaming: 'nothing' }],
  ['once for all that are alike', { pairNaming: 'nothing', equalPairErrors: 'once' }],
  ['with status 200', { associationErrorStatus: 200 }],
  ['with numbers for ids', { numericAssociationIds: true }],
])('errors that name pairs %s', (_, options) => {
  it('tell of each pair what became of it', async () => {
    const { sandbox, outcome, full } = await beyondALimit(options);
    const linked = linkedDeals(sandbox);
    const keys = Array.from({ length: 16 }, (_, index) => `K-${index}`);
    const ofFull = keys.filter((key) => linked[key]?.includes('D-0'));
    expect(ofFull).toHaveLength(5);
    const left = keys.filter((key) => linked[key] === undefined);
    expect(left).toHaveLength(3);
    expect(writtenKeys(outcome)).toEqual(keys.filter((key) => !left.includes(key)));
    expect(failuresOf(outcome)).toMatchObject(
      left.map((idValue) => ({
        idValue,
        stage: 'associate',
        attempted: true,
        retryable: false,
        value: full,
        message: expect.stringMatching(
          /^The record is written, but not associated with deals \d+: /,
        ) as string,
      })),
    );
    for (const { json } of outcome.error) {
      const { id } = json.hubspot as { id: string };
      const { idValue } = json.hubspotError as { idValue: string };
      expect(sandbox.store.find('line_items', 'invoice_line_key', idValue)?.id).toBe(id);
    }
  });
});

it('an error item that is led back in once there is room is associated', async () => {
  const { sandbox, outcome } = await beyondALimit({});
  sandbox.options.associationLimits = [];
  const again = await upsert({
    items: outcome.error.map(({ json }) => ({ json })),
    credential: serviceKeyOf(sandbox),
    parameters: associations({ toIdProperty: 'deal_key' }),
  });
  expect(again.error).toEqual([]);
  expect(Object.values(linkedDeals(sandbox)).flat()).toHaveLength(16 + 3);
});

describe('a request that is refused whole for one of its pairs', () => {
  it.each(['asRecorded', 'ends', 'sentence', 'nothing'] as const)(
    'and named %s: all others are associated',
    async (pairNaming) => {
      const sandbox = await sandboxForTest({ pairNaming, refuseAllPairsFor: ['itself'] });
      sandbox.store.addProperty('companies', { name: 'code', hasUniqueValue: true });
      const ids = Array.from({ length: 40 }, (_, index) =>
        sandbox.store.put('companies', { code: `C-${index}` }),
      );
      const items = ids.map((_, index) => ({
        code: `C-${index}`,
        // One company is to be its own parent.
        parent: ids[index === 17 ? 17 : (index + 1) % 40]!,
      }));
      const outcome = await upsert({
        items,
        credential: serviceKeyOf(sandbox),
        parameters: {
          objectType: { __rl: true, mode: 'list', value: 'companies' },
          idProperty: { __rl: true, mode: 'name', value: 'code' },
          ...associations({ toObjectType: 'companies', toId: '={{ $json.parent }}' }),
        },
      });
      expect(failuresOf(outcome)).toMatchObject([{ idValue: 'C-17', stage: 'associate' }]);
      expect(outcome.success).toHaveLength(39);
      expect(sandbox.log.of('associate').length).toBeLessThanOrEqual(
        pairNaming === 'nothing' ? 16 : 3,
      );
    },
  );
});
