import { BatchJoiner, type Entry } from '../../nodes/HubspotBatchUpsert/join/batchJoiner';
import type { WaitingBatch } from '../../nodes/HubspotBatchUpsert/join/waitingBatch';
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

describe('the right to leave', () => {
  interface Ask {
    signal: AbortSignal;
    give: () => void;
    refuse: (reason: Error) => void;
    released: number;
  }

  /** Batches whose rights to leave come when the test says so, also after they were withdrawn. */
  function waitingByHand() {
    const joiner = new BatchJoiner<string>();
    const enter = (run: string, more: Partial<WaitingBatch> = {}) => {
      const names = [run];
      const common = { way: 'upsert', mostAtOnce: 100, mayJoin: true };
      return joiner.enter({ run, records: names, traceIds: names, ...common, ...more });
    };
    const wait = (entry: Entry<string>) => {
      const ask = { released: 0 } as Ask;
      const end = joiner.acquire(
        entry,
        (signal) =>
          new Promise((resolve, reject) => {
            const release = () => void (ask.released += 1);
            ask.signal = signal!;
            ask.give = () => resolve({ learn: () => undefined, release });
            ask.refuse = reject;
          }),
        undefined,
      );
      const told: string[] = [];
      end.then(
        () => told.push('leaves'),
        (error: Error) => told.push(error.message),
      );
      return { ask, told, end };
    };
    return { enter, wait };
  }

  it('of one is that of all that wait for the same way, and theirs are withdrawn', async () => {
    const { enter, wait } = waitingByHand();
    const [one, two] = [wait(enter('A')), wait(enter('B'))];
    const other = wait(enter('C', { way: 'create' }));
    two.ask.give();
    await untilIdle();
    expect([one.told, two.told, other.told]).toEqual([['leaves'], ['leaves'], []]);
    expect([one, two, other].map(({ ask }) => ask.signal.aborted)).toEqual([true, false, false]);
    expect((one.ask.signal.reason as Error).message).toBe('It leaves with another batch');
    other.ask.give();
    await untilIdle();
    expect(other.told).toEqual(['leaves']);
  });

  it('is given back where it comes after the batch has left with another', async () => {
    const { enter, wait } = waitingByHand();
    const [one, two] = [wait(enter('A')), wait(enter('B'))];
    two.ask.give();
    await untilIdle();
    one.ask.give();
    await untilIdle();
    expect([one.ask.released, two.ask.released]).toEqual([1, 0]);
  });

  it('that was asked for before does not count where the batch waits once more', async () => {
    const { enter, wait } = waitingByHand();
    const entry = enter('A');
    const [before, two, three] = [wait(entry), wait(enter('B')), wait(enter('C'))];
    two.ask.give();
    await untilIdle();
    const again = wait(entry);
    three.ask.refuse(new Error('It has left long since'));
    before.ask.give();
    await untilIdle();
    expect(again.told).toEqual([]);
    expect(before.ask.released).toBe(1);
    again.ask.give();
    await untilIdle();
    expect(again.told).toEqual(['leaves']);
  });

  it('that fails after the batch has left with another fails nothing that comes later', async () => {
    const { enter, wait } = waitingByHand();
    const entry = enter('A');
    const [before, two] = [wait(entry), wait(enter('B'))];
    two.ask.give();
    await untilIdle();
    const again = wait(entry);
    before.ask.refuse(new Error('withdrawn'));
    await untilIdle();
    const three = wait(enter('C'));
    three.ask.give();
    await untilIdle();
    expect([before.told, again.told, three.told]).toEqual([['leaves'], ['leaves'], ['leaves']]);
  });

  it('that a batch does not get is told, and others do not take it along', async () => {
    const { enter, wait } = waitingByHand();
    const [one, two] = [wait(enter('A')), wait(enter('B'))];
    one.ask.refuse(new Error('too long'));
    await untilIdle();
    two.ask.give();
    await untilIdle();
    expect([one.told, two.told]).toEqual([['too long'], ['leaves']]);
    const pass = await two.end;
    pass.release();
    await untilIdle();
    expect(two.ask.released).toBe(1);
  });
});

describe('records that are read before they are written', () => {
  const batchOf = (...records: string[]) => ({
    ...{ run: 'r', way: 'w', records, traceIds: [], mostAtOnce: 100, mayJoin: true },
  });

  it('are held until their place is given up, and wait for batches that came earlier', async () => {
    const joiner = new BatchJoiner<RecordWrite>();
    const earlier = joiner.enter(batchOf('A'));
    const turns: string[] = [];
    const held = joiner.hold(['A', 'B'], undefined).then((giveUp) => {
      turns.push('held');
      return giveUp;
    });
    const later = joiner.enter(batchOf('B'));
    const turn = joiner.turn(later, undefined).then(() => turns.push('later'));
    await untilIdle();
    expect(turns).toEqual([]);
    joiner.leave(earlier);
    const giveUp = await held;
    await untilIdle();
    expect(turns).toEqual(['held']);
    giveUp();
    await turn;
    expect(turns).toEqual(['held', 'later']);
  });

  it('wait no longer than their run', async () => {
    const joiner = new BatchJoiner<RecordWrite>();
    joiner.enter(batchOf('A'));
    const end = new AbortController();
    const held = joiner.hold(['A'], end.signal);
    end.abort();
    (await held)();
  });
});
