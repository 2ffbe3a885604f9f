import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { eventually } from '../support/eventually';
import { countsOf, executionEnd, itemsOf, stopExecution } from '../support/executions';
import { lineItems } from '../support/lineItems';
import { rowsNode, rowsToUpsert } from '../support/rowsToUpsert';
import { runOnce, saveWorkflow, startRun } from '../support/savedWorkflows';
import { manualTrigger } from '../support/coreNodes';
import { upsertNode } from '../support/upsertNode';
import { node, workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const NODE = 'HubSpot Batch Upsert';

/** HubSpot refuses the first write as it does where a scope is missing: a fault of the whole run. */
const REFUSES_ONCE: FaultOrder = {
  match: { path: '/batch/upsert', times: 1 },
  do: { kind: 'status', status: 403 },
};

test(
  'Retry On Fail runs the node a second time after a fault of the whole run',
  inWorld(async ({ n8n, hubspot, credential }) => {
    hubspot.faults.add(REFUSES_ONCE);
    const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };
    const execution = await runOnce(n8n, rowsToUpsert(credential, lineItems(3), { settings }));
    assert.equal(execution.status, 'success', execution.result.error?.message);
    assert.deepEqual(countsOf(execution, NODE), [3, 0]);
    assert.deepEqual(
      hubspot.log.upserts().map(({ status }) => status),
      [403, 200],
    );
    assert.equal(hubspot.store.count('line_items'), 3);
  }),
);

test(
  'without Retry On Fail the same fault stops the workflow',
  inWorld(async ({ n8n, hubspot, credential }) => {
    hubspot.faults.add(REFUSES_ONCE);
    const execution = await runOnce(n8n, rowsToUpsert(credential, lineItems(3)));
    assert.equal(execution.status, 'error');
    assert.equal(hubspot.log.upserts().length, 1);
  }),
);

test(
  'rows that are pinned before the node are written',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const pinned = rowsToUpsert(credential, lineItems(1));
    pinned.pinData = { Rows: lineItems(4, { prefix: 'P' }).map((json) => ({ json })) };
    const execution = await runOnce(n8n, pinned);
    assert.deepEqual(countsOf(execution, NODE), [4, 0]);
    assert.ok(hubspot.store.find('line_items', 'invoice_line_key', 'P-4'));
  }),
);

test(
  'a node whose output is pinned asks HubSpot for nothing',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const pinned = rowsToUpsert(credential, lineItems(2));
    pinned.pinData = { [NODE]: [{ json: { pinned: true } }] };
    const execution = await runOnce(n8n, pinned);
    assert.deepEqual(itemsOf(execution, NODE)[0]?.json, { pinned: true });
    assert.equal(hubspot.log.entries.length, 0);
  }),
);

test(
  'inside Loop Over Items every round is written, and all come out of the loop',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const loop = node('Loop', ['n8n-nodes-base.splitInBatches', 3], { batchSize: 10, options: {} });
    const nodes = [manualTrigger(), rowsNode(lineItems(35)), loop, upsertNode(credential)];
    const looped = workflow('Loop', nodes, [
      ['Start', 'Rows'],
      ['Rows', 'Loop'],
      ['Loop', NODE, 1],
      [NODE, 'Loop', 0],
      [NODE, 'Loop', 1],
    ]);
    const execution = await runOnce(n8n, looped);
    assert.equal(execution.status, 'success', execution.result.error?.message);
    assert.equal(execution.result.runData[NODE]?.length, 4);
    assert.equal(itemsOf(execution, 'Loop', 0, -1).length, 35);
    assert.equal(hubspot.store.count('line_items'), 35);
  }),
);

test(
  'a run that is stopped sends nothing more',
  inWorld(
    async ({ n8n, hubspot, credential }) => {
      const options = { maxConcurrency: 1, batchSize: 10 };
      const slow = rowsToUpsert(credential, lineItems(300), { options });
      const id = await startRun(n8n, await saveWorkflow(n8n, slow));
      const sent = () => hubspot.log.upserts().length;
      await eventually(() => (sent() >= 3 ? true : undefined), { what: 'requests', seconds: 30 });
      await stopExecution(n8n, id);
      const { status } = await executionEnd(n8n, id);
      assert.equal(status, 'canceled');
      const atStop = sent();
      await sleep(2000);
      assert.ok(sent() <= atStop + 1, `${sent() - atStop} requests after the stop`);
      assert.ok(atStop < 30, 'the run was stopped in its middle');
    },
    { hubspot: { latency: { minMs: 300, maxMs: 300 } } },
  ),
);
