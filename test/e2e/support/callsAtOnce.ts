import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { example } from './example';
import { lineItems } from './lineItems';
import { post } from './post';
import { activate, saveWorkflow } from './savedWorkflows';
import { say } from './say';
import type { World, WorldOptions } from './world';

export const CALLS = 300;

/** So few requests that most executions have to wait for their turn. */
export const SCARCE: WorldOptions['hubspot'] = {
  rateLimit: { perWindow: 4, windowMs: 2_000, daily: null, kind: 'rolling' },
};

/**
 * Calls the example's webhook so many times at once, with one record each, and makes sure that each
 * is told of its own and none is lost.
 *
 * @returns How many requests held the records.
 */
export async function callAtOnce({ n8n, hubspot, credential }: World): Promise<number> {
  const path = randomUUID();
  const workflow = await example('webhook-to-line-items', credential, { Webhook: { path } });
  await activate(n8n, await saveWorkflow(n8n, workflow));
  const answers = await Promise.all(
    Array.from({ length: CALLS }, (_, call) => calledWith(n8n, path, `C${call}`)),
  );
  assert.ok(answers.every(({ written }) => written === 1));
  assert.equal(hubspot.store.count('line_items'), CALLS);
  const sizes = hubspot.log.upserts().map(({ inputIds }) => inputIds.length);
  const { entries } = hubspot.log;
  const throttled = entries.filter(({ status }) => status === 429).length;
  say(`${entries.length} requests, ${throttled} throttled; records in each: ${sizes.join(' ')}`);
  return sizes.length;
}

const TRIES = 5;

/** n8n on SQLite cannot start some executions of so many (LockAcquireTimeoutError); whoever calls repeats it. */
async function calledWith(
  { baseUrl }: World['n8n'],
  path: string,
  prefix: string,
): Promise<{ written: number }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await post(baseUrl, path, { records: lineItems(1, { prefix }) });
    } catch (error) {
      const isNotStarted = String(error).includes('There was a problem executing the workflow');
      if (!isNotStarted || attempt === TRIES) throw error;
    }
  }
}
