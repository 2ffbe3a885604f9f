import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { CALLS, callAtOnce, SCARCE } from '../support/callsAtOnce';
import { eventually } from '../support/eventually';
import { example } from '../support/example';
import { executionEnd, executionsOf, itemsOf, outcomeOf } from '../support/executions';
import { lineItems } from '../support/lineItems';
import { post } from '../support/post';
import { activate, saveWorkflow } from '../support/savedWorkflows';
import { inWorld, type World } from '../support/world';

interface Answer {
  written: number;
  notWritten: number;
  reasons: string[];
}

/** The example, listening. */
async function listen({ n8n, credential }: World) {
  const path = randomUUID();
  const workflow = await example('webhook-to-line-items', credential, { Webhook: { path } });
  const saved = await saveWorkflow(n8n, workflow);
  await activate(n8n, saved);
  return {
    send: (records: unknown[]) => post<Answer>(n8n.baseUrl, path, { records }),
    /** What each of so many runs told of its records; the list has a run a moment after its answer. */
    outcomes: async (count: number) => {
      const ids = await eventually(
        async () => {
          const listed = await executionsOf(n8n, saved);
          return listed.length < count ? undefined : listed;
        },
        { what: `list of ${count} executions`, seconds: 60 },
      );
      const runs = await Promise.all(ids.map((id) => executionEnd(n8n, id)));
      return runs
        .map((run) => [...new Set(itemsOf(run, 'HubSpot Batch Upsert').map(outcomeOf))].join())
        .sort();
    },
  };
}

test(
  'one record that is POSTed becomes a line item',
  inWorld(async (world) => {
    const { send } = await listen(world);
    assert.deepEqual(await send(lineItems(1)), { written: 1, notWritten: 0, reasons: [] });
    const stored = world.hubspot.store.find('line_items', 'invoice_line_key', 'A-1');
    assert.equal(stored?.properties.name, 'Article 1');
  }),
);

test(
  '250 records in one body take three requests, and bad ones are told with their reasons',
  inWorld(async (world) => {
    const { send } = await listen(world);
    const records = lineItems(250);
    records[7] = { ...records[7], price: '3,390' };
    records[111] = { ...records[111], invoice_line_key: '' };
    const { written, notWritten, reasons } = await send(records);
    assert.deepEqual([written, notWritten], [248, 2]);
    assert.match(reasons[0] ?? '', /^A-8: price: "3,390" is 3390 or 3\.39:/);
    assert.match(reasons[1] ?? '', /^The record has no value of "invoice_line_key"/);
    assert.equal(world.hubspot.store.count('line_items'), 248);
    assert.equal(world.hubspot.log.upserts().length, 3);
  }),
);

test(
  'a second POST of the same keys updates what HubSpot holds',
  inWorld(async (world) => {
    const { send, outcomes } = await listen(world);
    await send(lineItems(20, { price: '1.5' }));
    assert.equal((await send(lineItems(20, { price: '2.5' }))).written, 20);
    assert.deepEqual(await outcomes(2), ['created', 'updated']);
    const stored = world.hubspot.store.records('line_items');
    assert.equal(stored.length, 20);
    assert.deepEqual(new Set(stored.map(({ properties }) => properties.price)), new Set(['2.5']));
  }),
);

test(
  '300 calls at once share their requests, and each hears of its own record',
  inWorld(
    async (world) => {
      const requests = await callAtOnce(world);
      assert.ok(requests <= CALLS / 3, `${requests} requests for ${CALLS} records`);
    },
    { hubspot: SCARCE },
  ),
);
