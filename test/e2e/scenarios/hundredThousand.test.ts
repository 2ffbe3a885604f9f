import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { code, respond, webhook } from '../support/coreNodes';
import { post } from '../support/post';
import { rig } from '../support/rig';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { upsertNode } from '../support/upsertNode';
import { node, workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const ROWS = 100_000;

const MAKE_ROWS = `return Array.from({ length: ${ROWS} }, (_, index) => ({
  json: { invoice_line_key: 'A-' + index, name: 'Article ' + index, price: index % 90 },
}));`;

const COUNTS = `({
  written: $('HubSpot Batch Upsert').all(0).length,
  notWritten: $('HubSpot Batch Upsert').all(1).length,
})`;

/** The most that n8n's process ever held, in MB. */
async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}

test('100,000 rows go through in one execution', async (context) => {
  await inWorld(
    async ({ n8n, hubspot, credential }) => {
      const path = randomUUID();
      const nodes = [
        webhook(path),
        code('Rows', MAKE_ROWS),
        upsertNode(credential),
        node('Once', ['n8n-nodes-base.limit', 1], { maxItems: 1 }),
        respond('Respond', COUNTS),
      ];
      const large = workflow('100,000 rows', nodes, [
        ['Webhook', 'Rows'],
        ['Rows', 'HubSpot Batch Upsert'],
        ['HubSpot Batch Upsert', 'Once'],
        ['Once', 'Respond'],
      ]);
      large.settings.saveDataSuccessExecution = 'none';
      await activate(n8n, await saveWorkflow(n8n, large));

      const before = await peakMemory(rig().pid);
      const startedAt = performance.now();
      const counts = await post(n8n.baseUrl, path, {});
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      const after = await peakMemory(rig().pid);

      assert.deepEqual(counts, { written: ROWS, notWritten: 0 });
      assert.equal(hubspot.store.count('line_items'), ROWS);
      context.diagnostic(`${seconds} s; n8n's memory peaked at ${after} MB, ${before} MB before`);
    },
    { hubspot: { logBodies: false } },
  )();
});
