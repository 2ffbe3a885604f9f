import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example } from '../support/example';
import { itemsOf } from '../support/executions';
import { serveJson } from '../support/serveJson';
import { runOnce } from '../support/savedWorkflows';
import { inWorld, type World } from '../support/world';

const CUSTOMERS = Array.from({ length: 120 }, (_, index) => ({
  customer_number: `C-${index + 1}`,
  email: `customer${index + 1}@example.com`,
  company: `Shop ${index + 1}`,
}));

/** One night, on which the other system has these customers. */
async function night({ n8n, credential }: World, customers: object[]) {
  const source = await serveJson(customers);
  try {
    const changes = { 'Fetch Customers': { url: source.url } };
    const workflow = await example('nightly-sync', credential, changes);
    return await runOnce(n8n, workflow, { trigger: 'Every Night' });
  } finally {
    await source.stop();
  }
}

test(
  'plausible counts let the nightly sync write',
  inWorld(async (world) => {
    const execution = await night(world, [...CUSTOMERS, CUSTOMERS[0]!]);
    assert.equal(execution.status, 'success', execution.result.error?.message);
    const [counts] = itemsOf(execution, 'Look at the Counts');
    assert.deepEqual(counts?.json, { rows: 121, withoutNumber: 0, repeated: 1 });
    assert.deepEqual(itemsOf(execution, 'Sum Up')[0]?.json, { written: 121, notWritten: 0 });
    assert.equal(world.hubspot.store.count('contacts'), 120);
  }),
);

test(
  'implausible counts stop it with the counts, and HubSpot is left alone',
  inWorld(async (world) => {
    const execution = await night(world, CUSTOMERS.slice(0, 4));
    assert.equal(execution.status, 'error');
    assert.match(execution.result.error?.message ?? '', /Nothing was written: 4 rows/);
    assert.equal(world.hubspot.log.entries.length, 0);
  }),
);

test(
  'a night on which no rows come is told of, too',
  inWorld(async (world) => {
    const execution = await night(world, []);
    assert.equal(execution.status, 'error');
    assert.match(execution.result.error?.message ?? '', /Nothing was written: 0 rows/);
    assert.equal(world.hubspot.log.entries.length, 0);
  }),
);
