import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { CALLS, callAtOnce, SCARCE } from '../support/callsAtOnce';
import { example } from '../support/example';
import { lineItems } from '../support/lineItems';
import { post } from '../support/post';
import { startQueue, type Queue } from '../support/queue';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { say } from '../support/say';
import { inWorld } from '../support/world';

const EXECUTIONS = 40;
const RECORDS = 600;

/**
 * Without one pace for all it would be a quarter. How little it is where the machine is idle, the bench
 * measures; here an n8n that gets no processor for a moment sends its second window into the first.
 */
const THROTTLED_PART = 1 / 20;

let queue: Queue;
before(async () => {
  queue = await startQueue();
});
after(() => queue.stop());

test('40 executions at once share one account limit: nothing is lost, and few requests get a 429', () =>
  inWorld(
    async ({ n8n, hubspot, credential }) => {
      const path = randomUUID();
      const listening = await example('webhook-to-line-items', credential, { Webhook: { path } });
      await activate(n8n, await saveWorkflow(n8n, listening));

      const answers = await Promise.all(
        Array.from({ length: EXECUTIONS }, (_, index) =>
          post<{ written: number }>(n8n.baseUrl, path, {
            records: lineItems(RECORDS, { prefix: `E${index}` }),
          }),
        ),
      );

      const written = answers.reduce((sum, answer) => sum + answer.written, 0);
      assert.equal(written, EXECUTIONS * RECORDS);
      assert.equal(hubspot.store.count('line_items'), EXECUTIONS * RECORDS);
      const took = await Promise.all(
        queue.workers.map(async (worker) => (await worker.started()).length),
      );
      assert.ok(
        took.every((count) => count >= 5),
        `the workers took ${took.join(' and ')}`,
      );
      const requests = hubspot.log.entries;
      const throttled = requests.filter(({ status }) => status === 429).length;
      say(
        `${requests.length} requests, ${throttled} throttled; workers took ${took.join(' and ')}`,
      );
      assert.ok(
        throttled < requests.length * THROTTLED_PART,
        `${throttled} of ${requests.length} requests were throttled`,
      );
    },
    { n8n: queue.session },
  )());

test('300 calls with one record each: the workers share one limit, and each joins its own', () =>
  inWorld(
    async (world) => {
      const requests = await callAtOnce(world);
      assert.ok(requests <= CALLS / 2, `${requests} requests for ${CALLS} records`);
    },
    { n8n: queue.session, hubspot: SCARCE },
  )());
