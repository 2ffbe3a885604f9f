import { sleep } from 'n8n-workflow';

/** Time as the pace sees it: milliseconds that never go back. */
export interface Clock {
  /** Since some moment or other. */
  now: () => number;
  /** @throws the signal's reason where it is aborted meanwhile. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The machine's own, which no user and no time server sets back. */
export const MONOTONIC: Clock = { now: () => performance.now(), sleep };
