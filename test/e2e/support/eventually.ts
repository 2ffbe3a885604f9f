import { setTimeout as sleep } from 'node:timers/promises';

interface Patience {
  /** What is waited for, for the message when it never comes. */
  what: string;
  seconds: number;
  everyMs?: number;
}

/** Asks again and again until there is an answer other than undefined. */
export async function eventually<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  { what, seconds, everyMs = 200 }: Patience,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} s`);
    await sleep(everyMs);
  }
}
