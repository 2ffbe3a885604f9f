import {
  withSharedState,
  type SharedState,
} from '../../nodes/HubspotBatchUpsert/delivery/sharedState';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { hubspotResponse } from '../support/hubspotResponse';

const LONG_MS = 3_600_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function sharedOn(account: string): Promise<SharedState> {
  return await withSharedState(account, async (shared) => await Promise.resolve(shared));
}

/** More accounts than are remembered, one after the other. */
async function useOthers(): Promise<void> {
  for (let number = 0; number < 30; number += 1) await sharedOn(`other ${number}`);
}

/** Others are used, and it is still there; long afterwards it is not. */
async function expectKeptForAWhile(account: string, shared: SharedState): Promise<void> {
  await useOthers();
  expect(await sharedOn(account)).toBe(shared);
  jest.advanceTimersByTime(LONG_MS);
  await useOthers();
  expect(await sharedOn(account)).not.toBe(shared);
}

it('executions on the same account share all of it', async () => {
  expect(await sharedOn('same')).toBe(await sharedOn('same'));
});

it('another account has its own', async () => {
  const [one, another] = [await sharedOn('one'), await sharedOn('another')];
  expect(another.rateLimiter).not.toBe(one.rateLimiter);
  expect(another.searchLimiter).not.toBe(one.searchLimiter);
  expect(another.joiner).not.toBe(one.joiner);
  expect(another.lists).not.toBe(one.lists);
  expect(another.recentlyCreated).not.toBe(one.recentlyCreated);
});

it('what many others have been used since is let go of', async () => {
  const unused = await sharedOn('unused');
  await useOthers();
  expect(await sharedOn('unused')).not.toBe(unused);
});

it('what was used again is kept while others are let go of', async () => {
  const used = await sharedOn('used again');
  for (let round = 0; round < 2; round += 1) {
    for (let number = 0; number < 15; number += 1) await sharedOn(`${round} ${number}`);
    expect(await sharedOn('used again')).toBe(used);
  }
});

it('what an execution still uses is kept, however long it waits', async () => {
  let end = () => {};
  let used: SharedState | undefined;
  const execution = withSharedState('used', async (shared) => {
    used = shared;
    await new Promise<void>((resolve) => (end = resolve));
  });
  jest.advanceTimersByTime(LONG_MS);
  await useOthers();
  expect(await sharedOn('used')).toBe(used);
  end();
  await execution;
  await useOthers();
  expect(await sharedOn('used')).not.toBe(used);
});

it('what HubSpot still counts is not forgotten', async () => {
  const counted = await sharedOn('counted');
  const { rateLimiter } = counted;
  rateLimiter.learn(hubspotResponse(200, {}), await rateLimiter.acquire(1));
  await expectKeptForAWhile('counted', counted);
});

it('a search that is under way, or was a moment ago, is not forgotten', async () => {
  const searching = await sharedOn('searching');
  const { searchLimiter } = searching;
  const permit = await searchLimiter.acquire(undefined, 0);
  jest.advanceTimersByTime(LONG_MS);
  await useOthers();
  searchLimiter.learn(hubspotResponse(200, {}), permit);
  await expectKeptForAWhile('searching', searching);
});

it('what was created and no search may show yet is not forgotten', async () => {
  const created = await sharedOn('created');
  const target = new Target('companies', 'domain', undefined, 'search');
  created.recentlyCreated.note({ target, id: 'a.example', properties: {} }, '7');
  await expectKeptForAWhile('created', created);
});

it('an execution that fails uses it no longer', async () => {
  let used: SharedState | undefined;
  const failing = withSharedState('failing', async (shared) => {
    used = shared;
    await Promise.reject(new Error('failed'));
  });
  await expect(failing).rejects.toThrow('failed');
  await useOthers();
  expect(await sharedOn('failing')).not.toBe(used);
});
