import type { IDataObject } from 'n8n-workflow';
import type { FaultAction, FaultMatch } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 800;

/** Records of a batch, where all of its records are told for what they are. */
const BATCH = 40;

/** Records from elsewhere in the input that are sent before the rest is given up. */
const TRIALS = 4;

type Refusal = Extract<FaultAction, { kind: 'refusal' }>;

interface Given {
  count?: number;
  match?: FaultMatch;
  options?: IDataObject;
}

async function run(fault: FaultAction, { count = COUNT, match, options }: Given = {}) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, ...match }, do: fault });
  const outcome = await upsert({
    items: lineItems(count),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 0, ...options } },
  });
  expectAllAccounted(outcome, count);
  const failures = failuresOf(outcome);
  return { sandbox, outcome, failures, requests: sandbox.log.upserts().length };
}

const REFUSALS: Array<[name: string, refusal: Omit<Refusal, 'kind'>, retryable?: boolean]> = [
  ['an apostrophe', { message: "This operation isn't available on your plan" }],
  ['quotation marks', { message: 'The "batch" operation is not available on your plan' }],
  ['brackets', { message: 'Not on your plan [Starter] (see {docs})' }],
  ['the id of the record', { message: 'Refused at "{id}"' }],
  ['a place', { message: 'Invalid input JSON on line 3, column {count}: Cannot deserialize' }],
  ['a request of its own', { message: 'Refused, request 7f3c-{id}-99' }],
  ['more than anybody reads', { message: `Not on your plan ${'blah '.repeat(400)}` }],
  [
    'a property',
    {
      message: 'vat_number is required because of a conditional property rule based on [country]',
      code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
      property: 'vat_number',
    },
  ],
  ['no status but 409', { message: 'Locked by "another" process', status: 409 }, true],
];

it.each(REFUSALS)(
  'a refusal that every record meets, with %s, is searched in a few dozen requests, and the rest is not sent',
  async (_, refusal, retryable = false) => {
    const fault = { kind: 'refusal', ...refusal } as const;
    const { failures, requests, outcome } = await run(fault, { options: { maxConcurrency: 4 } });
    expect(outcome.success).toEqual([]);
    expect(requests).toBeLessThanOrEqual(90);
    const told = failures.filter(
      ({ message, attempted }) => attempted && !/ended before it was sent again/.test(message),
    );
    expect(told.length).toBeGreaterThanOrEqual(60);
    expect(told.length).toBeLessThanOrEqual(90);
    for (const failure of failures) expect(failure.retryable).toBe(retryable);
    const behind = failures.slice(400);
    const unsent = behind.filter(({ attempted }) => !attempted);
    expect(behind.length - unsent.length).toBeLessThanOrEqual(TRIALS);
    for (const { category, message } of unsent) {
      expect(category).toBe('NOT_ATTEMPTED');
      expect(message).toMatch(/for the same reason/);
    }
  },
);

it('so is one that meets many batches at once', async () => {
  const message = 'Not on your plan';
  const { requests } = await run({ kind: 'refusal', message }, { count: 2_000 });
  expect(requests).toBeLessThanOrEqual(90);
});

it.each([1, 4, 20, 40])('so is one that quotes a record, in batches of %d', async (batchSize) => {
  const refusal = { kind: 'refusal', message: 'Refused at "{id}"' } as const;
  const { requests } = await run(refusal, { options: { batchSize, maxConcurrency: 5 } });
  expect(requests).toBeLessThanOrEqual(110);
});

it('so is one that quotes a record of each of many batches at once', async () => {
  const refusal = { kind: 'refusal', message: 'Refused at "{id}"' } as const;
  const { requests } = await run(refusal, { count: 2_000 });
  expect(requests).toBeLessThanOrEqual(110);
});

it('one batch after the other, no more than three are searched', async () => {
  const refusal = { kind: 'refusal', message: 'Not on your "plan"' } as const;
  const { requests } = await run(refusal, { options: { batchSize: BATCH, maxConcurrency: 1 } });
  expect(requests).toBeLessThanOrEqual(3 * (BATCH + 4) + TRIALS);
});

it('records sent one by one are no exception', async () => {
  const refusal = { kind: 'refusal', message: 'Not on your "plan"' } as const;
  const { requests } = await run(refusal, { options: { batchSize: 1, maxConcurrency: 10 } });
  expect(requests).toBeLessThanOrEqual(90);
});

it('so it is when the limit is met in the middle of the run', async () => {
  const sandbox = await sandboxForTest();
  for (let nth = 11; nth <= 400; nth += 1) {
    const message = "You can't create more records on your plan";
    sandbox.faults.add({ match: { path: UPSERT, nth }, do: { kind: 'refusal', message } });
  }
  const outcome = await upsert({ items: lineItems(2_000), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2_000);
  expect(outcome.success).toHaveLength(1_000);
  expect(sandbox.log.upserts().length).toBeLessThanOrEqual(10 + 90);
});

it.each([
  [100, 180],
  [1, 450],
])(
  'whatever is too large, no run is halved without end (%i at a time)',
  async (maxConcurrency, most) => {
    const { failures, requests } = await run(
      { kind: 'status', status: 413 },
      { options: { maxConcurrency } },
    );
    expect(requests).toBeLessThanOrEqual(most);
    expect(failures.every(({ retryable }) => !retryable)).toBe(true);
  },
);

it.each([
  ['for what they hold', { message: '"{bad}" is refused' }],
  ['in a sentence that is the same for all', { message: 'Refused' }],
  ['for a property', { message: 'needs vat', code: 'MISSING_REQUIRED_PROPERTY', property: 'vat' }],
])('good records among and after many bad ones are written: refused %s', async (_, refusal) => {
  const sandbox = await sandboxForTest();
  const isBad = (index: number) => index % BATCH < 25;
  const bad = [...Array(4 * BATCH).keys()].filter(isBad).map((index) => `K-${index}`);
  for (const containsId of bad) {
    sandbox.faults.add({
      match: { path: UPSERT, containsId },
      do: { kind: 'refusal', ...refusal, message: refusal.message.replace('{bad}', containsId) },
    });
  }
  const outcome = await upsert({
    items: lineItems(4 * BATCH),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: BATCH } },
  });
  expectAllAccounted(outcome, 4 * BATCH);
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(bad);
});

describe.each([
  ['in the same words', 'Refused'],
  ['each with its id', '"{bad}" is refused'],
])('bad records that stand together, refused %s', (_, message) => {
  it.each([
    ['in front', (index: number) => index < 80],
    ['behind the first good ones', (index: number) => index >= 20 && index < 100],
  ])('do not end the run %s', async (__, isBad) => {
    const sandbox = await sandboxForTest();
    const bad = [...Array(400).keys()].filter(isBad).map((index) => `K-${index}`);
    for (const containsId of bad) {
      const match = { path: UPSERT, containsId };
      const said = message.replace('{bad}', containsId);
      sandbox.faults.add({ match, do: { kind: 'refusal', message: said } });
    }
    const outcome = await upsert({
      items: lineItems(400),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { batchSize: 20, maxConcurrency: 1, duplicates: 'sequence' } },
    });
    expectAllAccounted(outcome, 400);
    expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(bad);
    expect(sandbox.log.upserts().length).toBeLessThanOrEqual(16 + 4 * (20 + 13) + TRIALS);
  });
});

it('records that are named one after the other do not end the run', async () => {
  const entry = { name: 'name', error: 'INVALID_OPTION', message: 'x was not one of the allowed options: [y]' }; // prettier-ignore
  const message = `Property values were not valid: ${JSON.stringify([entry])}`;
  const sandbox = await sandboxForTest();
  const items = lineItems(600).map((item, index) => ({ ...item, name: index < 500 ? 'x' : 'y' }));
  for (let index = 0; index < 500; index += 1) {
    const match = { path: UPSERT, containsId: `K-${index}` };
    sandbox.faults.add({ match, do: { kind: 'refusal', message } });
  }
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxConcurrency: 1 } },
  });
  expectAllAccounted(outcome, 600);
  expect(outcome.success).toHaveLength(100);
  expect(sandbox.log.upserts()).toHaveLength(6);
});
