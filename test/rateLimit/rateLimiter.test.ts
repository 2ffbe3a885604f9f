import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import type { SentRequest } from '../../nodes/HubspotBatchUpsert/rateLimit/slidingWindow';
import type { ResponseHeaders } from '../../nodes/HubspotBatchUpsert/http/response';
import { hubspotResponse } from '../support/hubspotResponse';
import { VirtualClock } from './simulation/virtualClock';

const WINDOW_MS = 10_000;
/** More than may be under way before anything is answered. */
const MANY = 25;

function begin() {
  const clock = new VirtualClock();
  const rateLimiter = new RateLimiter(clock);
  const answer = (permit: SentRequest, status = 200, headers: ResponseHeaders = {}) =>
    rateLimiter.learn(hubspotResponse(status, {}, headers), permit);
  /** Sends one request that is answered at once; gives when it left. */
  const send = async (share = 1) => {
    const permit = await rateLimiter.acquire(share, undefined);
    answer(permit);
    return permit.sentAt;
  };
  const fillWindow = async () => {
    for (let sent = 0; sent < 100; sent += 1) await send();
  };
  return { clock, rateLimiter, answer, send, fillWindow };
}

/** How many of them have come true by now. */
function count(promises: Array<Promise<unknown>>): () => number {
  let done = 0;
  for (const promise of promises)
    promise.then(
      () => (done += 1),
      () => undefined,
    );
  return () => done;
}

it('requests that leave before anything is answered count from their answers on', async () => {
  const { clock, rateLimiter, answer, send } = begin();
  const startedAt = clock.now();
  const next = await clock.run(
    (async () => {
      const blind = [
        await rateLimiter.acquire(1, undefined),
        await rateLimiter.acquire(1, undefined),
      ];
      await clock.sleep(500);
      for (const permit of blind) answer(permit);
      for (let sent = 0; sent < 98; sent += 1) await send();
      return await send();
    })(),
  );
  expect(next - startedAt).toBeGreaterThanOrEqual(500 + WINDOW_MS);
});

it('permits that are handed back leave the window and the flight as they were', async () => {
  const { clock, rateLimiter, send } = begin();
  const startedAt = clock.now();
  await clock.run(
    (async () => {
      for (let number = 0; number < 500; number += 1) {
        rateLimiter.release(await rateLimiter.acquire(1, undefined));
      }
      await send();
    })(),
  );
  expect(clock.now() - startedAt).toBe(0);
});

it('one who gives up goes at once, and the others keep their places', async () => {
  const { clock, rateLimiter, fillWindow } = begin();
  await clock.run(fillWindow());
  const order: string[] = [];
  const stop = new AbortController();
  const wait = async (name: string, signal?: AbortSignal) => {
    const permit = await rateLimiter.acquire(1, signal);
    order.push(name);
    rateLimiter.learn(hubspotResponse(200, {}), permit);
  };
  const first = wait('first');
  const cancelled = wait('cancelled', stop.signal);
  const others = [wait('second'), wait('third')];
  const before = clock.now();
  stop.abort(new Error('stopped'));
  await expect(cancelled).rejects.toThrow('stopped');
  expect(clock.now()).toBe(before);
  await clock.run(Promise.all([first, ...others]));
  expect(order).toEqual(['first', 'second', 'third']);
});

it('one who had given up before asks for nothing', async () => {
  const { rateLimiter } = begin();
  await expect(rateLimiter.acquire(1, AbortSignal.abort(new Error('stopped')))).rejects.toThrow(
    'stopped',
  );
  expect(rateLimiter.isIdle()).toBe(true);
});

it('after a 429 with Retry-After nobody sends before that time, and then all do', async () => {
  const { clock, rateLimiter, answer } = begin();
  const permit = await clock.run(rateLimiter.acquire(1, undefined));
  answer(permit, 429, { 'retry-after': '30' });
  const waiting = Array.from({ length: 3 }, () => rateLimiter.acquire(1, undefined));
  const gone = count(waiting);
  await clock.pass(29_990);
  expect(gone()).toBe(0);
  await clock.run(Promise.all(waiting));
  expect(clock.now() - permit.sentAt).toBeLessThan(30_500);
});

const unreadable = {
  get 'x-hubspot-ratelimit-max'(): string {
    throw new Error('unreadable');
  },
};

it('an answer that cannot be read lets the one who waits for its permit go', async () => {
  const { clock, rateLimiter } = begin();
  // As many as may be under way before anything has come back.
  const first = await clock.run(rateLimiter.acquire(1, undefined));
  const others = Array.from({ length: 3 }, () => rateLimiter.acquire(1, undefined));
  await clock.run(Promise.all(others));
  const waiting = [rateLimiter.acquire(1, undefined)];
  const gone = count(waiting);
  await clock.pass(30_000);
  expect(gone()).toBe(0);
  expect(() => rateLimiter.learn(hubspotResponse(200, {}, unreadable), first)).toThrow();
  await clock.pass(30_000);
  expect(gone()).toBe(1);
});

it('an answer that cannot be read sets its permit free all the same', async () => {
  const { clock, rateLimiter } = begin();
  await clock.run(
    (async () => {
      for (let number = 0; number < MANY; number += 1) {
        const permit = await rateLimiter.acquire(1, undefined);
        expect(() => rateLimiter.learn(hubspotResponse(200, {}, unreadable), permit)).toThrow();
      }
    })(),
  );
});

it('a run that may use half gets its half beside one that may use all', async () => {
  const { clock, send } = begin();
  const ends = { whole: 0, half: 0 };
  const startedAt = clock.now();
  const run = async (name: 'whole' | 'half', share: number) => {
    while (clock.now() < startedAt + 20 * WINDOW_MS) {
      await send(share);
      ends[name] += 1;
    }
  };
  await clock.run(Promise.all([run('whole', 1), run('half', 0.5)]));
  expect(ends.whole + ends.half).toBeGreaterThan(0.95 * 20 * 100);
  expect(ends.half).toBeGreaterThan(0.45 * 20 * 100);
  expect(ends.half).toBeLessThanOrEqual(0.5 * 21 * 100);
});

it('a run that may use little does not hold up one that may use all', async () => {
  const { clock, rateLimiter, send, answer } = begin();
  await clock.run(send(0.01));
  const little = rateLimiter.acquire(0.01, undefined);
  const gone = count([little]);
  for (let sent = 0; sent < 20; sent += 1) await clock.run(send());
  expect(gone()).toBe(0);
  answer(await clock.run(little));
});

it('is idle when every request has left the window', async () => {
  const { clock, rateLimiter, send } = begin();
  expect(rateLimiter.isIdle()).toBe(true);
  await clock.run(send());
  expect(rateLimiter.isIdle()).toBe(false);
  await clock.pass(2 * WINDOW_MS);
  expect(rateLimiter.isIdle()).toBe(true);
});
