import { OutOfPatience } from '../../nodes/HubspotBatchUpsert/rateLimit/outOfPatience';
import { SearchLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/searchLimiter';
import type { ResponseHeaders } from '../../nodes/HubspotBatchUpsert/http/response';
import { hubspotResponse } from '../support/hubspotResponse';
import { VirtualClock } from './simulation/virtualClock';

const PATIENCE_MS = 300_000;

function begin() {
  const clock = new VirtualClock();
  const limiter = new SearchLimiter(clock);
  const leftAt: number[] = [];
  const startedAt = clock.now();
  const acquire = async (patienceMs = PATIENCE_MS, signal?: AbortSignal) => {
    const permit = await limiter.acquire(signal, patienceMs);
    leftAt.push(clock.now() - startedAt);
    return permit;
  };
  const answer = (permit: number, status = 200, headers: ResponseHeaders = {}) =>
    limiter.learn(hubspotResponse(status, {}, headers), permit);
  /** One search that is answered after so long. */
  const search = async (latencyMs = 0) => {
    const permit = await acquire();
    await clock.sleep(latencyMs);
    answer(permit);
  };
  return { clock, limiter, acquire, answer, search, leftAt };
}

const times = <Made>(count: number, make: () => Made): Made[] =>
  Array.from({ length: count }, make);

it('five go at once, and each of the next a second after an answer', async () => {
  const { clock, search, leftAt } = begin();
  await clock.run(Promise.all(times(12, () => search(100))));
  expect(leftAt).toEqual([0, 0, 0, 0, 0, 1_100, 1_100, 1_100, 1_100, 1_100, 2_200, 2_200]);
});

it('no second has more than five, however long the answers take', async () => {
  const { clock, search, leftAt } = begin();
  const latencies = [0, 900, 50, 400, 10, 700, 3_000, 0, 0, 20];
  await clock.run(Promise.all(times(10, () => search(latencies.pop()))));
  for (const at of leftAt) {
    expect(leftAt.filter((other) => other >= at && other < at + 1_000).length).toBeLessThan(6);
  }
});

it('while all are under way the next one waits for an answer', async () => {
  const { clock, acquire, answer, leftAt } = begin();
  const permits = await clock.run(Promise.all(times(5, () => acquire())));
  const sixth = acquire();
  await clock.pass(60_000);
  expect(leftAt).toHaveLength(5);
  answer(permits[3]!);
  await clock.run(sixth);
  expect(leftAt[5]).toBe(61_000);
});

it('a permit for which nothing was sent is free at once', async () => {
  const { clock, acquire, limiter, leftAt } = begin();
  const permits = await clock.run(Promise.all(times(5, () => acquire())));
  const sixth = acquire();
  await clock.pass(500);
  limiter.release(permits[2]!);
  await clock.run(sixth);
  expect(leftAt[5]).toBe(500);
});

it('who came first goes first', async () => {
  const { clock, acquire, answer } = begin();
  const ends: string[] = [];
  const go = async (name: string) => {
    const permit = await acquire();
    ends.push(name);
    answer(permit);
  };
  await clock.run(Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(go)));
  expect(ends.join('')).toBe('abcdefg');
});

describe('after a 429', () => {
  it('all wait as long as HubSpot asks for', async () => {
    const { clock, acquire, answer, leftAt } = begin();
    const permit = await clock.run(acquire());
    answer(permit, 429, { 'retry-after': '7' });
    await clock.run(Promise.all(times(2, () => acquire())));
    expect(leftAt).toEqual([0, 7_000, 7_000]);
  });

  it('all wait a second where it does not say', async () => {
    const { clock, acquire, answer, leftAt } = begin();
    answer(await clock.run(acquire()), 429);
    await clock.run(acquire());
    expect(leftAt).toEqual([0, 1_000]);
  });

  it('a shorter wait does not end a longer one', async () => {
    const { clock, acquire, answer, leftAt } = begin();
    const [one, other] = await clock.run(Promise.all(times(2, () => acquire())));
    answer(one!, 429, { 'retry-after': '9' });
    answer(other!, 429, { 'retry-after': '2' });
    await clock.run(acquire());
    expect(leftAt[2]).toBe(9_000);
  });

  it('who is asked for more patience than he has gives up, and the next one waits', async () => {
    const { clock, acquire, answer, leftAt } = begin();
    answer(await clock.run(acquire()), 429, { 'retry-after': '60' });
    const impatient = acquire(59_999);
    const patient = acquire(60_000);
    await expect(clock.run(impatient)).rejects.toThrow(OutOfPatience);
    await clock.run(patient);
    expect(leftAt).toEqual([0, 60_000]);
  });

  it('an answer of another status asks for nothing', async () => {
    const { clock, acquire, answer, leftAt } = begin();
    answer(await clock.run(acquire()), 503, { 'retry-after': '60' });
    await clock.run(acquire());
    expect(leftAt).toEqual([0, 0]);
  });
});

describe('a run that is over', () => {
  it('asks for no permit', async () => {
    const { clock, acquire } = begin();
    const over = acquire(PATIENCE_MS, AbortSignal.abort(new Error('over')));
    await expect(clock.run(over)).rejects.toThrow('over');
  });

  it.each([
    ['a second to pass', true],
    ['an answer', false],
  ])('waits no more for %s, and the next one does', async (_, areAnswered) => {
    const { clock, acquire, answer } = begin();
    const permits = await clock.run(Promise.all(times(5, () => acquire())));
    if (areAnswered) permits.forEach((permit) => answer(permit));
    const controller = new AbortController();
    const over = acquire(PATIENCE_MS, controller.signal);
    const next = acquire();
    await clock.pass(500);
    controller.abort(new Error('over'));
    await expect(clock.run(over)).rejects.toThrow('over');
    if (!areAnswered) answer(permits[0]!);
    await clock.run(next);
  });
});

it('a wait for which nobody can have the patience is not heard', async () => {
  const { clock, acquire, answer, leftAt } = begin();
  answer(await clock.run(acquire()), 429, { 'retry-after': '86401' });
  await clock.run(acquire());
  expect(leftAt).toEqual([0, 1_000]);
});
