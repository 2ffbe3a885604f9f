import { OutOfPatience } from '../../nodes/HubspotBatchUpsert/rateLimit/outOfPatience';
import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import type { SentRequest } from '../../nodes/HubspotBatchUpsert/rateLimit/slidingWindow';
import { hubspotResponse } from '../support/hubspotResponse';
import { VirtualClock } from './simulation/virtualClock';

/** A rate limiter of which one permit is out. */
async function begin() {
  const clock = new VirtualClock();
  const rateLimiter = new RateLimiter(clock);
  const ends: string[] = [];
  const first = await clock.run(rateLimiter.acquire(1, undefined));
  const wait = (name: string, patienceSeconds?: number, share = 1) =>
    rateLimiter
      .acquire(share, undefined, patienceSeconds === undefined ? undefined : patienceSeconds * 1000)
      .then(
        (permit) => {
          ends.push(`${name} goes`);
          return permit;
        },
        (reason: unknown) => {
          if (!(reason instanceof OutOfPatience)) throw reason;
          ends.push(`${name}: ${reason.message}`);
          return undefined;
        },
      );
  const throwBack = (permit: SentRequest, retryAfter?: number) =>
    rateLimiter.learn(hubspotResponse(429, {}, { 'retry-after': retryAfter?.toString() }), permit);
  return { clock, rateLimiter, ends, first, wait, throwBack };
}

/** So little that nobody's turn comes while a test looks. */
const LITTLE = 0.01;

it('who is asked to wait for longer than he will gives up at once, and the others wait', async () => {
  const { clock, ends, wait, throwBack, first } = await begin();
  throwBack(first, 60);
  const all = [wait('impatient', 59), wait('patient', 60), wait('whoever waits for ever')];
  await clock.pass(0);
  expect(ends).toEqual(['impatient: HubSpot asked to wait 60 seconds']);
  await clock.run(Promise.all(all));
  expect(ends).toEqual([
    'impatient: HubSpot asked to wait 60 seconds',
    'patient goes',
    'whoever waits for ever goes',
  ]);
});

it('who waits already is asked like those who come later', async () => {
  const { clock, ends, wait, throwBack, first } = await begin();
  await clock.run(wait('uses up the little', 0, LITTLE));
  ends.length = 0;
  const all = [wait('impatient', 10, LITTLE), wait('patient', 300, LITTLE)];
  await clock.pass(0);
  expect(ends).toEqual([]);
  throwBack(first, 11);
  await clock.pass(0);
  expect(ends).toEqual(['impatient: HubSpot asked to wait 11 seconds']);
  await clock.run(Promise.all(all));
  expect(ends.at(-1)).toBe('patient goes');
});

it('waits that HubSpot asks for one after the other count together', async () => {
  const { clock, ends, wait, throwBack, first, rateLimiter } = await begin();
  const second = await clock.run(rateLimiter.acquire(1, undefined));
  throwBack(first, 60);
  const all = [wait('bears 89 seconds', 89), wait('bears 90 seconds', 90)];
  await clock.pass(30_000);
  expect(ends).toEqual([]);
  throwBack(second, 60);
  await clock.run(Promise.all(all));
  expect(ends).toEqual([
    'bears 89 seconds: HubSpot asked to wait 60 seconds',
    'bears 90 seconds goes',
  ]);
});

it('a wait within one that is asked for already takes no more patience', async () => {
  const { clock, ends, wait, throwBack, first, rateLimiter } = await begin();
  const second = await clock.run(rateLimiter.acquire(1, undefined));
  throwBack(first, 60);
  const waiting = wait('patient', 60);
  throwBack(second, 50);
  await clock.run(waiting);
  expect(ends).toEqual(['patient goes']);
});

it('a wait that HubSpot did not ask for takes no patience', async () => {
  const { clock, ends, wait, throwBack, first } = await begin();
  throwBack(first);
  await clock.run(wait('without any patience', 0));
  expect(ends).toEqual(['without any patience goes']);
});

it('who waits for his turn alone needs no patience', async () => {
  const { clock, ends, wait } = await begin();
  await clock.run(wait('uses up the little', 0, LITTLE));
  const before = clock.now();
  await clock.run(wait('without any patience', 0, LITTLE));
  expect(clock.now() - before).toBeGreaterThan(9_000);
  expect(ends.at(-1)).toBe('without any patience goes');
});
