import { sleep } from 'n8n-workflow';

/** How often a long run tells how far it is, in ms. */
const EVERY_MS = 10_000;

/**
 * Does the work, and tells from time to time how far it is. Where that cannot be told, the work goes on.
 *
 * @throws what the work throws.
 */
export async function tellingProgress(tell: () => void, work: () => Promise<void>): Promise<void> {
  const end = new AbortController();
  void tellUntil(end.signal, tell).catch(() => undefined);
  try {
    await work();
  } finally {
    end.abort();
  }
}

/** @throws Error when the signal is aborted, or where it cannot be told. */
async function tellUntil(end: AbortSignal, tell: () => void): Promise<never> {
  for (;;) {
    await sleep(EVERY_MS, end);
    tell();
  }
}
