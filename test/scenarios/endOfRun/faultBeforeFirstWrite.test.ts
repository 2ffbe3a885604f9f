import type { INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING, STOPPING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyFor, serviceKeyOf, upsert } from '../../support/upsert';

/** Faults of the whole run that the node meets before it sends a record. */
const FAULTS: Array<[name: string, says: RegExp, parameters: INodeParameters, key?: string]> = [
  ['a service key that HubSpot does not know', /credential.*service key/is, {}, 'pat-na1-made-up'],
  ['a parameter that cannot be used', /option Batch Size/, { options: { batchSize: 101 } }],
];

describe.each(FAULTS)('%s', (_, says, parameters, key) => {
  async function run(settings: object) {
    const sandbox = await sandboxForTest();
    const credential = key ? serviceKeyFor(sandbox.baseUrl, key) : serviceKeyOf(sandbox);
    const outcome = await upsert({ items: lineItems(3), credential, parameters, settings });
    expect(sandbox.log.upserts()).toEqual([]);
    return outcome;
  }

  it.each(STOPPING)('with On Error %s stops the workflow', async (_, settings) => {
    const outcome = await run(settings);
    expect(outcome.thrown?.message).toMatch(says);
    expect(outcome.run.status).toBe('error');
    expect(outcome.outputs.flat()).toEqual([]);
  });

  it.each(CONTINUING)('with On Error %s leaves every item on Error', async (_, settings) => {
    const outcome = await run(settings);
    expectAllAccounted(outcome, 3);
    expect(outcome.error.map(({ json }) => json)).toMatchObject(lineItems(3));
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false });
      expect(failure.message).toMatch(says);
    }
  });
});
