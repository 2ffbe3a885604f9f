import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { code, respond, webhook } from '../support/coreNodes';
import { memoryDuring } from '../support/memory';
import { post } from '../support/post';
import { rig } from '../support/rig';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { say } from '../support/say';
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

/** In MB, for n8n and its task runner together: generous, since V8 collects when it pleases. */
const GROWTH = 1500;

/** A line of the log that tells how far the run was. */
const PROGRESS = /HubSpot Batch Upsert: [\d,]+ of 100,000 items done, [\d,]+ requests/;

test(
  '100,000 rows go through in one execution, in bounded memory, and the log tells how far it is',
  inWorld(
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

      const startedAt = performance.now();
      const [counts, memory] = await memoryDuring(rig().pid, () => post(n8n.baseUrl, path, {}));
      const seconds = Math.round((performance.now() - startedAt) / 1000);

      assert.deepEqual(counts, { written: ROWS, notWritten: 0 });
      assert.equal(hubspot.store.count('line_items'), ROWS);
      assert.match(await readFile(rig().log, 'utf8'), PROGRESS);
      const { before, peak } = memory;
      say(`100,000 rows: ${seconds} s; n8n held ${before} MB before and ${peak} MB at the most`);
      assert.ok(peak - before < GROWTH, `n8n grew by ${peak - before} MB`);
    },
    { hubspot: { logBodies: false } },
  ),
);
