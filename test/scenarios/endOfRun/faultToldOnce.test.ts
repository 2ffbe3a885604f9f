import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { notValid } from '../../support/answers';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 1000;
const oneAtATime = { options: { maxConcurrency: 1 } };
const NOT_UNIQUE = 'Unable to perform update/upsert by non-unique 0-8 property name in portal ID 1';
const noSuchProperty = (name: string) =>
  notValid({ name, error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` });

const refused = (message: string): FaultAction => ({
  kind: 'status',
  status: 400,
  body: { status: 'error', message },
});

/** n8n itself sends a request once more that was answered with 401. */
const FAULTS: Array<
  [name: string, FaultAction, says: RegExp, retryable: boolean, upserts: number]
> = [
  ['a credential that is refused', { kind: 'status', status: 401 }, /credential/, true, 2],
  ['missing scopes', { kind: 'status', status: 403 }, /scope/, true, 1],
  ['an object type that is not there', { kind: 'status', status: 404 }, /object type/, false, 1],
  [
    'an object type that HubSpot cannot infer',
    refused('Unable to infer object type from: line_items'),
    /object type/,
    false,
    1,
  ],
  ['an ID property that is not unique', refused(NOT_UNIQUE), /not unique/, false, 1],
  [
    'an ID property that is not there',
    refused(noSuchProperty('invoice_line_key')),
    /property is missing/,
    false,
    1,
  ],
  [
    'a property that is not there and every record sets',
    refused(noSuchProperty('name')),
    /no property "name".*mapping.*Unknown Fields.*create/,
    false,
    1,
  ],
  [
    'an address that is not HubSpot’s',
    { kind: 'redirect', to: 'http://127.0.0.1:9/', when: 'before' },
    /base URL/,
    true,
    1,
  ],
];

async function run(fault: FaultAction, settings = {}) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: fault });
  const outcome = await upsert({
    items: lineItems(COUNT),
    credential: serviceKeyOf(sandbox),
    parameters: oneAtATime,
    settings,
  });
  return { sandbox, outcome };
}

describe.each(FAULTS)('%s', (_, fault, says, retryable, upserts) => {
  it('is told once for a thousand records, by a throw', async () => {
    const { sandbox, outcome } = await run(fault);
    expect(outcome.thrown?.message).toMatch(says);
    expect(sandbox.log.upserts()).toHaveLength(upserts);
    expect(sandbox.store.count('line_items')).toBe(0);
  });

  it('is told once for a thousand records, on Error where the run goes on', async () => {
    const { sandbox, outcome } = await run(fault, CONTINUING[0]![1]);
    expectAllAccounted(outcome, COUNT);
    const failures = failuresOf(outcome);
    expect(failures).toHaveLength(COUNT);
    expect(failures.filter(({ attempted }) => attempted)).toHaveLength(100);
    for (const { message, attempted, category, ...failure } of failures) {
      expect(message).toMatch(says);
      expect(failure.retryable).toBe(retryable);
      expect(category === 'NOT_ATTEMPTED').toBe(!attempted);
    }
    expect(sandbox.log.upserts()).toHaveLength(upserts);
  });
});
