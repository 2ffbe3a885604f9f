import { expectAllAccounted, failedKeys, failuresOf, writtenKeys } from '../../support/accounted';
import { allCreated, hubspotAnswers, upsertToHubspot, type SentInput } from '../../support/answers';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 100;
const message = 'Invalid input';

it.each([
  [400, [37]],
  [409, [0, 99]],
  [422, [3, 4, 50, 51, 98]],
  [400, [2, 13, 24, 35, 46, 57, 68, 79, 90, 99]],
])(
  'where a %i names nobody, exactly the bad ones among a hundred are found, in a bounded number of requests: %j',
  async (status, bad) => {
    const sandbox = await sandboxForTest();
    const keys = bad.map((index) => `K-${index}`);
    for (const containsId of keys) {
      sandbox.faults.add({
        match: { path: UPSERT, containsId },
        do: { kind: 'status', status, body: { status: 'error', message } },
      });
    }
    const outcome = await upsert({ items: lineItems(COUNT), credential: serviceKeyOf(sandbox) });
    expectAllAccounted(outcome, COUNT);
    expect(failedKeys(outcome)).toEqual(keys);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ httpStatus: status, message, attempted: true });
    }
    expect(sandbox.store.count('line_items')).toBe(COUNT - bad.length);
    const extra = sandbox.log.upserts().length - 1;
    expect(extra).toBeLessThanOrEqual(2 + 2 * bad.length * Math.log2(COUNT / bad.length));
  },
);

/** K-2 spoils every batch namelessly; beside K-4 in a batch of three, K-4 is named instead. */
function refusal(inputs: SentInput[]): object | undefined {
  const named = inputs.find(({ id }) => id === 'K-4');
  if (named && inputs.length === 3) {
    const context = { objectWriteTraceId: [named.objectWriteTraceId] };
    return { category: 'VALIDATION_ERROR', message: 'this one', context };
  }
  const isSpoiled = inputs.some(({ id }) => id === 'K-2');
  return isSpoiled ? { category: 'VALIDATION_ERROR', message: 'one of them' } : undefined;
}

it('a search that meets a record that is named, and then a nameless refusal again, comes to its end', async () => {
  hubspotAnswers({
    properties: { status: 403, body: {} },
    upsert: [
      (inputs) => {
        const body = refusal(inputs);
        return body ? { status: 400, body } : allCreated(inputs);
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(8) });
  expectAllAccounted(outcome, 8);
  expect(failedKeys(outcome)).toEqual(['K-2', 'K-4']);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-1', 'K-3', 'K-5', 'K-6', 'K-7']);
});
