import { setImmediate as othersHadTheirChance } from 'node:timers/promises';

/** No work of the node takes as long as this: what is not done by then never will be. */
const LONGEST_MS = 3_600_000;

/** Lets every test of the file have its own time, which passes only where it is told to. */
export function useVirtualTime(): void {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/** Waits for the work: whenever it waits for a time, the time comes at once. */
export async function inVirtualTime<Result>(work: Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  for (await untilIdle(); !isDone; await untilIdle()) {
    if (jest.getTimerCount() === 0) throw new Error('The work waits for nothing that will come');
    if (performance.now() - startedAt > LONGEST_MS) throw new Error('The work does not end');
    jest.advanceTimersToNextTimer();
  }
  return await work;
}

/** Lets so much time pass, with all that happens meanwhile. */
export async function pass(ms: number): Promise<void> {
  const endsAt = performance.now() + ms;
  await untilIdle();
  while (performance.now() < endsAt) {
    jest.advanceTimersByTime(Math.min(endsAt - performance.now(), 10));
    await untilIdle();
  }
}

/** Lets everything happen that waits for no time. */
export async function untilIdle(): Promise<void> {
  await othersHadTheirChance();
}
