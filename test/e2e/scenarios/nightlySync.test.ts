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

/** HubSpot has all of them but five, and of two an older company. */
function holdMostOfThem({ hubspot: { store } }: World): void {
  for (const [index, customer] of CUSTOMERS.slice(5).entries()) {
    store.put('contacts', index < 2 ? { ...customer, company: 'Old Shop' } : customer);
  }
}

function writtenIn({ hubspot: { log } }: World): string[] {
  return log.entries.flatMap(({ written }) => written);
}

test(
  'a night with a normal number of changes writes these, and nothing else',
  inWorld(async (world) => {
    holdMostOfThem(world);
    const execution = await night(world, [...CUSTOMERS, CUSTOMERS[9]!]);
    assert.equal(execution.status, 'success', execution.result.error?.message);
    const [seen] = itemsOf(execution, 'Count the Changes');
    const expected = { rows: 121, wouldCreate: 5, wouldUpdate: 2, unchanged: 114 };
    assert.deepEqual(seen?.json, { ...expected, couldNotBeWritten: 0 });
    const [changed] = itemsOf(execution, 'Look First').filter(
      ({ json }) => json.customer_number === 'C-6',
    );
    const told = changed?.json.hubspot as { changes: unknown } | undefined;
    assert.deepEqual(told?.changes, { company: { from: 'Old Shop', to: 'Shop 6' } });
    const sum = { created: 5, updated: 2, unchanged: 114, notWritten: 0 };
    assert.deepEqual(itemsOf(execution, 'Sum Up')[0]?.json, sum);
    assert.equal(world.hubspot.store.count('contacts'), 120);
    assert.equal(writtenIn(world).length, 7);
  }),
);

test(
  'more changes than normal stop it with the counts, and nothing is written',
  inWorld(async (world) => {
    const execution = await night(world, CUSTOMERS);
    assert.equal(execution.status, 'error');
    assert.match(
      execution.result.error?.message ?? '',
      /Nothing was written: 120 rows, of which 120 would be created, 0 updated, and 0 could not/,
    );
    assert.deepEqual(writtenIn(world), []);
  }),
);

test(
  'too many rows that could not be written stop it, too',
  inWorld(async (world) => {
    holdMostOfThem(world);
    const nameless = CUSTOMERS.slice(0, 10).map((customer) => ({
      ...customer,
      customer_number: null,
    }));
    const execution = await night(world, [...CUSTOMERS.slice(10), ...nameless]);
    assert.equal(execution.status, 'error');
    assert.match(execution.result.error?.message ?? '', /and 10 could not be written/);
    assert.deepEqual(writtenIn(world), []);
  }),
);

for (const [rows, customers] of [
  ['too few rows', CUSTOMERS.slice(0, 4)],
  ['no rows', []],
] as const) {
  test(
    `a night on which ${rows} come is told of`,
    inWorld(async (world) => {
      const execution = await night(world, [...customers]);
      assert.equal(execution.status, 'error');
      const message = execution.result.error?.message ?? '';
      assert.match(message, new RegExp(`Nothing was written: ${customers.length} rows`));
      assert.deepEqual(writtenIn(world), []);
    }),
  );
}
