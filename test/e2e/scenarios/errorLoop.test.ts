import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example } from '../support/example';
import { itemsOf } from '../support/executions';
import { runOnce } from '../support/savedWorkflows';
import { inWorld } from '../support/world';

test(
  'corrected items go from the Error output back into the node and are written',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const execution = await runOnce(n8n, await example('error-loop', credential));

    assert.equal(execution.status, 'success', execution.result.error?.message);
    const [corrected] = itemsOf(execution, 'HubSpot Batch Upsert', 0, 1);
    assert.equal(corrected?.json.price, '7.80');
    assert.equal(corrected?.json.hubspotError, undefined, 'a corrected item is no error any more');
    const left = itemsOf(execution, 'For a Person');
    assert.deepEqual(
      left.map(({ json }) => json.invoice_line_key),
      ['20413-3'],
    );
    const prices = hubspot.store.records('line_items').map(({ properties }) => properties.price);
    assert.deepEqual(prices.sort(), ['15.9', '7.8']);
  }),
);
