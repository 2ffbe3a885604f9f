import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, itemsOf } from '../support/executions';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { runOnce } from '../support/savedWorkflows';
import { inWorld } from '../support/world';

/** n8n's settings of a node: the three of its panel, and the one of old workflows. */
const SETTINGS = {
  'Stop Workflow': { settings: {}, stops: true, outputs: 2 },
  Continue: { settings: { onError: 'continueRegularOutput' }, stops: false, outputs: 2 },
  'Continue (using error output)': {
    settings: { onError: 'continueErrorOutput' },
    stops: false,
    outputs: 3,
  },
  'Continue On Fail of old workflows': {
    settings: { continueOnFail: true },
    stops: false,
    outputs: 2,
  },
};

const ROWS = [
  { invoice_line_key: 'A-1', name: 'Lantern', price: '1.50' },
  { invoice_line_key: 'A-2', name: 'Notebook', price: '1,500' },
];

for (const [label, { settings, stops, outputs }] of Object.entries(SETTINGS)) {
  test(
    `On Error "${label}": a bad row leaves on Error, a good one on Success`,
    inWorld(async ({ n8n, credential }) => {
      const execution = await runOnce(n8n, rowsToUpsert(credential, ROWS, { settings }));
      assert.equal(execution.status, 'success', execution.result.error?.message);
      const counts = countsOf(execution, 'HubSpot Batch Upsert');
      assert.deepEqual(counts, [1, 1, 0].slice(0, outputs));
    }),
  );

  test(
    `On Error "${label}": a fault of the whole run ${stops ? 'stops it' : 'puts all rows on Error'}`,
    inWorld(async ({ n8n, hubspot, credential }) => {
      const choice = { idProperty: 'name', settings };
      const execution = await runOnce(n8n, rowsToUpsert(credential, ROWS, choice));
      if (stops) {
        assert.equal(execution.status, 'error');
        assert.match(execution.result.error?.message ?? '', /cannot find line_items by "name"/);
        assert.match(execution.result.error?.message ?? '', /invoice_line_key/);
      } else {
        assert.equal(execution.status, 'success', execution.result.error?.message);
        const counts = countsOf(execution, 'HubSpot Batch Upsert');
        assert.deepEqual(counts, [0, 2, 0].slice(0, outputs));
        const [first] = itemsOf(execution, 'HubSpot Batch Upsert', 1);
        assert.equal(first?.json.invoice_line_key, 'A-1', 'the input stays with the error');
      }
      assert.equal(hubspot.store.count('line_items'), 0);
    }),
  );
}
