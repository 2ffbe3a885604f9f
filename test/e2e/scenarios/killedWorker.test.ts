import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { splitOut, webhook } from '../support/coreNodes';
import { eventually } from '../support/eventually';
import {
  executionEnd,
  executionStatus,
  executionsOf,
  itemsOf,
  outcomeOf,
} from '../support/executions';
import { lineItems } from '../support/lineItems';
import { post } from '../support/post';
import { startQueue, type Queue, type Worker } from '../support/queue';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { say } from '../support/say';
import { upsertNode, type CredentialRef } from '../support/upsertNode';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const NODE = 'HubSpot Batch Upsert';
const RUNS = 4;
const RECORDS = 2000;

let queue: Queue;
before(async () => {
  queue = await startQueue();
});
after(() => queue.stop());

test('after a worker was killed in the middle, the runs repeated write what is missing and nothing twice', () =>
  inWorld(
    async ({ n8n, hubspot, credential }) => {
      const path = randomUUID();
      const saved = await saveWorkflow(n8n, webhookToHubspot(path, credential));
      await activate(n8n, saved);
      const send = (price: string) =>
        Promise.all(bodiesAt(price).map((records) => post<object>(n8n.baseUrl, path, { records })));
      const all = RUNS * RECORDS;
      const stored = () => hubspot.store.count('line_items');

      await send('1.5');
      await eventually(() => stored() > 1000 || undefined, { what: 'writes', seconds: 60 });
      const { killed, held } = await killBusyWorker();
      await eventually(async () => (await othersAreIdle(killed)) || undefined, {
        what: 'end of the runs on the other worker',
        seconds: 120,
      });
      const there = stored();
      assert.ok(there < all, 'all records are there: the worker was killed too late');
      say(`killed with executions ${held.join(', ')}: ${there} of ${all} records are there`);

      hubspot.log.clear();
      await queue.addWorker();
      const first = new Set(await executionsOf(n8n, saved));
      await send('2.5');
      const repeated = await eventually(
        async () => {
          const others = (await executionsOf(n8n, saved)).filter((id) => !first.has(id));
          return others.length === RUNS ? others : undefined;
        },
        { what: 'the repeated runs', seconds: 60 },
      );
      const outcomes = { created: 0, updated: 0, written: 0 };
      for (const id of repeated) {
        const execution = await executionEnd(n8n, id, 120);
        assert.equal(execution.status, 'success', execution.result.error?.message);
        for (const item of itemsOf(execution, NODE)) outcomes[outcomeOf(item)] += 1;
      }

      assert.deepEqual(outcomes, { created: all - there, updated: there, written: 0 });
      assert.deepEqual(sentMoreThanOnce(hubspot), []);
      assertHoldsAll(hubspot, bodiesAt('2.5'));
      for (const id of held) {
        assert.notEqual(await executionStatus(n8n, id), 'success', `execution ${id} was killed`);
      }
    },
    {
      n8n: queue.session,
      hubspot: { latency: { minMs: 200, maxMs: 400 }, rateLimit: null },
    },
  )());

function webhookToHubspot(path: string, credential: CredentialRef) {
  const receive = webhook(path);
  receive.parameters.responseMode = 'onReceived';
  const nodes = [
    receive,
    splitOut('body.records'),
    upsertNode(credential, { options: { maxConcurrency: 2 } }),
  ];
  return workflow('Killed', nodes, [
    ['Webhook', 'Split Out'],
    ['Split Out', NODE],
  ]);
}

/** What is POSTed, one body a run. */
function bodiesAt(price: string) {
  return Array.from({ length: RUNS }, (_, run) => lineItems(RECORDS, { prefix: `K${run}`, price }));
}

/** Ends a worker that has executions in hand, as a power cut would. */
async function killBusyWorker(): Promise<{ killed: Worker; held: string[] }> {
  for (const worker of queue.workers) {
    const held = await worker.holds();
    if (held.length === 0) continue;
    await worker.kill();
    // What it ended until the very last moment is in its log.
    return { killed: worker, held: await worker.holds() };
  }
  throw new Error('no worker has an execution in hand');
}

async function othersAreIdle(killed: Worker): Promise<boolean> {
  const others = queue.workers.filter((worker) => worker !== killed);
  const held = await Promise.all(others.map((worker) => worker.holds()));
  return held.flat().length === 0;
}

function sentMoreThanOnce({ log }: Sandbox): string[] {
  const sent = log.upserts().flatMap(({ inputIds }) => inputIds);
  const seen = new Set<string>();
  return sent.filter((id) => seen.size === seen.add(id).size);
}

function assertHoldsAll({ store }: Sandbox, bodies: ReturnType<typeof bodiesAt>): void {
  const expected = bodies.flat();
  assert.equal(store.count('line_items'), expected.length);
  for (const record of expected) {
    const key = String(record.invoice_line_key);
    const stored = store.find('line_items', 'invoice_line_key', key)?.properties;
    for (const [name, value] of Object.entries(record)) {
      assert.equal(stored?.[name], String(value), `${key}: ${name}`);
    }
  }
}
