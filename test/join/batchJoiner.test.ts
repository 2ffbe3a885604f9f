import { BatchJoiner } from '../../nodes/HubspotBatchUpsert/join/batchJoiner';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import { joiningOf } from '../../nodes/HubspotBatchUpsert/write/joining';
import { toWriteInput } from '../../nodes/HubspotBatchUpsert/write/writeInput';
import { delivering, lineItems, writesOf } from '../support/delivering';
import { networkError } from '../support/n8n';
import { allCreated, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, untilIdle, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const target = lineItems();
const tooMany: Reply = { status: 429, body: {}, headers: { 'retry-after': '10' } };

/** Executions on one account, where the first request has just met a 429, so that all others wait. */
async function waiting() {
  const shared = { rateLimiter: new RateLimiter(), joiner: new BatchJoiner<RecordWrite>() };
  const execution = (script: Script, ids: string[], cancelSignal?: AbortSignal) => {
    const { client, context, hubspot, run } = delivering(script, { ...shared, cancelSignal });
    const members = writesOf(target, ...ids).map((write) => ({
      ...write,
      traceId: `${run.id}-${write.id}`,
    }));
    const inputs = members.map((write) => toWriteInput(write, 'upsert'));
    const send = () => client.upsert('line_items', inputs, joiningOf({ target, members }, context));
    return { hubspot, run, end: send(), send };
  };
  const first = execution({ upsert: [tooMany, allCreated] }, ['first']);
  await untilIdle();
  return { first, execution };
}

/** Trace ids in the part of the response that the execution was told. */
function traceIdsIn({ result }: { result?: unknown }): string[] {
  const { json } = result as { json: { results: Array<{ objectWriteTraceId: string }> } };
  return json.results.map(({ objectWriteTraceId }) => objectWriteTraceId.replace(/^\w+-/, ''));
}

it('batches that wait leave together, signed by one, and each hears of its own records', async () => {
  const { first, execution } = await waiting();
  const [one, two] = [execution({}, ['A', 'B']), execution({}, ['C'])];
  const [, ofOne, ofTwo] = await inVirtualTime(Promise.all([first.end, one.end, two.end]));
  expect(first.hubspot.upserts).toEqual([['first'], ['first', 'A', 'B', 'C']]);
  expect([one.hubspot.upserts, two.hubspot.upserts]).toEqual([[], []]);
  expect(traceIdsIn(ofOne)).toEqual(['A', 'B']);
  expect(traceIdsIn(ofTwo)).toEqual(['C']);
  expect([one.run.traffic.requests, two.run.traffic.requests]).toEqual([1, 1]);
});

it('one that writes the same record waits until the outcome of the earlier one is known', async () => {
  const { first, execution } = await waiting();
  const [one, two] = [execution({}, ['A', 'SAME']), execution({}, ['SAME'])];
  await inVirtualTime(Promise.all([first.end, one.end, two.end]));
  expect(first.hubspot.upserts.at(-1)).toEqual(['first', 'A', 'SAME']);
  expect(two.hubspot.upserts).toEqual([['SAME']]);
});

it('after a lost answer each batch is sent by its own execution, and its outcome was not known once', async () => {
  const { first, execution } = await waiting();
  first.run.stop({ scope: 'run', title: '', advice: '', retryable: true, throws: false });
  await first.end;
  const lost = { upsert: [networkError('ECONNRESET'), allCreated] };
  const [one, two] = [execution(lost, ['A']), execution({}, ['B'])];
  const ends = await inVirtualTime(Promise.all([one.end, two.end]));
  expect(one.hubspot.upserts).toEqual([['A', 'B'], ['A']]);
  expect(two.hubspot.upserts).toEqual([['B']]);
  expect(ends.map(({ isOutcomeUnknown }) => isOutcomeUnknown)).toEqual([true, true]);
  const later = execution({}, ['A']);
  await inVirtualTime(later.end);
  expect(later.hubspot.upserts).toEqual([['A']]);
});

it('a refusal of all is nobody’s until each has been sent by itself', async () => {
  const { first, execution } = await waiting();
  first.run.stop({ scope: 'run', title: '', advice: '', retryable: true, throws: false });
  await first.end;
  const refusing = { upsert: [{ status: 400, body: { message: 'B is bad' } }, allCreated] };
  const [one, two] = [execution(refusing, ['A']), execution({}, ['B'])];
  const ends = await inVirtualTime(Promise.all([one.end, two.end]));
  expect(ends.map(traceIdsIn)).toEqual([['A'], ['B']]);
  expect(ends.map(({ isOutcomeUnknown }) => isOutcomeUnknown)).toEqual([false, false]);
});

it('one that is cancelled while it waits is left behind', async () => {
  const { first, execution } = await waiting();
  const stop = new AbortController();
  const [gone, one] = [execution({}, ['A'], stop.signal), execution({}, ['B'])];
  await untilIdle();
  stop.abort();
  const [, ofGone] = await inVirtualTime(Promise.all([first.end, gone.end, one.end]));
  expect(ofGone).toEqual({ result: undefined, isOutcomeUnknown: false });
  expect(first.hubspot.upserts.at(-1)).toEqual(['first', 'B']);
});
