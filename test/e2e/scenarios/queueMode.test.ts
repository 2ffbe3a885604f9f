import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { splitOut, webhook } from '../support/coreNodes';
import { eventually } from '../support/eventually';
import { example } from '../support/example';
import { lineItems } from '../support/lineItems';
import { post } from '../support/post';
import { startQueue, type Queue } from '../support/queue';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { say } from '../support/say';
import { upsertNode } from '../support/upsertNode';
import { workflow } from '../support/workflow';
import { inWorld, type World } from '../support/world';

let queue: Queue;
before(async () => {
  queue = await startQueue();
});
after(() => queue.stop());

/** A world on the queue; its n8n is up only once the tests run. */
function onQueue(scenario: (world: World) => Promise<void>, hubspot = {}) {
  return () => inWorld(scenario, { n8n: queue.session, hubspot })();
}

const EXECUTIONS = 40;
const RECORDS = 600;

test(
  '40 executions at once share one account limit: nothing is lost, and hardly anything throttled',
  onQueue(async ({ n8n, hubspot, credential }) => {
    const path = randomUUID();
    const listening = await example('webhook-to-line-items', credential, { Webhook: { path } });
    await activate(n8n, await saveWorkflow(n8n, listening));
    const before = await Promise.all(queue.workers.map((worker) => worker.executions()));

    const answers = await Promise.all(
      Array.from({ length: EXECUTIONS }, (_, index) =>
        post<{ written: number }>(n8n.baseUrl, path, { records: lineItems(RECORDS, `E${index}`) }),
      ),
    );

    const written = answers.reduce((sum, answer) => sum + answer.written, 0);
    assert.equal(written, EXECUTIONS * RECORDS);
    assert.equal(hubspot.store.count('line_items'), EXECUTIONS * RECORDS);
    const after = await Promise.all(queue.workers.map((worker) => worker.executions()));
    const took = after.map((count, index) => count - (before[index] ?? 0));
    assert.ok(
      took.every((count) => count >= 5),
      `the workers took ${took.join(' and ')}`,
    );
    const requests = hubspot.log.entries;
    const throttled = requests.filter(({ status }) => status === 429).length;
    say(`${requests.length} requests, ${throttled} throttled; workers took ${took.join(' and ')}`);
    assert.ok(
      throttled < requests.length / 100,
      `${throttled} of ${requests.length} requests were throttled`,
    );
  }),
);

test(
  'after a worker was killed in the middle, the runs repeated leave HubSpot as it should be',
  onQueue(
    async ({ n8n, hubspot, credential }) => {
      const path = randomUUID();
      const nodes = [
        webhook(path),
        splitOut('body.records'),
        upsertNode(credential, { options: { maxConcurrency: 2 } }),
      ];
      nodes[0]!.parameters.responseMode = 'onReceived';
      const listening = workflow('Killed', nodes, [
        ['Webhook', 'Split Out'],
        ['Split Out', 'HubSpot Batch Upsert'],
      ]);
      await activate(n8n, await saveWorkflow(n8n, listening));
      const all = Array.from({ length: 4 }, (_, index) => lineItems(2000, `K${index}`));
      const send = () => Promise.all(all.map((records) => post(n8n.baseUrl, path, { records })));
      const stored = () => hubspot.store.count('line_items');

      await send();
      await eventually(() => (stored() > 1000 ? true : undefined), { what: 'writes', seconds: 60 });
      await queue.workers[0]!.kill();
      assert.ok(stored() < 8000, 'it was killed in the middle');
      await queue.addWorker();
      await send();
      await eventually(() => (stored() === 8000 ? true : undefined), {
        what: 'all records',
        seconds: 120,
      });
      const keys = hubspot.store.records('line_items').map((r) => r.properties.invoice_line_key);
      assert.equal(new Set(keys).size, 8000, 'nothing is there twice');
    },
    { latency: { minMs: 200, maxMs: 400 }, rateLimit: null },
  ),
);
