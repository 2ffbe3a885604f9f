import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser } from '../support/browser';
import { manualTrigger } from '../support/coreNodes';
import {
  addUpsertNode,
  chooseFromList,
  closePanel,
  executeStep,
  marked,
  nodeOnCanvas,
  openWorkflow,
} from '../support/editor';
import { setEveryOption } from '../support/options';
import { takePictureOfSetUp } from '../support/panelPictures';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { THEMES } from '../support/theme';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const NODE = 'HubSpot Batch Upsert';

const LINES = [
  { invoice_line_key: '536365-85123A', name: 'White hanging heart', quantity: 6, price: 2.55 },
  { invoice_line_key: '536365-71053', name: 'White metal lantern', quantity: 6, price: 3.39 },
];

const MACHINES = ['M-1', 'M-2', 'M-3'].map((machine_key, index) => ({
  machine_key,
  machine_name: `Press ${index + 1}`,
  status: 'running',
}));

/** None is the default. */
const OPTION_VALUES = {
  'API Version': '2026-09',
  'Batch Size': '2',
  Duplicates: 'Write in Sequence',
  'Empty Values': 'Clear',
  'Max Concurrency': '1',
  'Max Retries': '2',
  'Object Write Trace ID': '{{ $json.machine_key }}',
  Output: 'Record Only',
  'Patience (Seconds)': '60',
  'Rate Limit Share (%)': '50',
  'Timeout (Seconds)': '20',
  'Unknown Fields': 'Reject',
};

function rowsAlone(rows: Array<Record<string, unknown>>) {
  return workflow('Rows to HubSpot', [manualTrigger(), rowsNode(rows)], [['Start', 'Rows']]);
}

for (const theme of THEMES) {
  test(
    `fields that are properties map themselves in the ${theme} editor`,
    inWorld(async ({ n8n, hubspot }) => {
      const saved = await saveWorkflow(n8n, rowsAlone(LINES));
      await inBrowser(
        n8n,
        async ({ page }) => {
          await openWorkflow(page, n8n, saved);
          await addUpsertNode(page, 'Rows');
          await chooseFromList(page, 'idProperty', 'Invoice line key (invoice_line_key)');
          await marked(page, 'execute-previous-node').click();
          await page.getByText('make sure the incoming data fields are named the same').waitFor();
          await takePictureOfSetUp(page, 'panel', theme);
          const output = await executeStep(page);
          await output.getByText('2 written (2 created)').waitFor();
        },
        theme,
      );
      const stored = hubspot.store.find('line_items', 'invoice_line_key', '536365-71053');
      assert.equal(stored?.properties.name, 'White metal lantern');
      assert.equal(stored?.properties.price, '3.39');
    }),
  );
}

test(
  'a custom object is chosen from the list, and every option does what it is set to',
  inWorld(async ({ n8n, hubspot }) => {
    const saved = await saveWorkflow(n8n, rowsAlone(MACHINES));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await addUpsertNode(page, 'Rows');
      await chooseFromList(page, 'objectType', 'Machines (machine)');
      await chooseFromList(page, 'idProperty', 'Machine key (machine_key)');
      await setEveryOption(page, OPTION_VALUES);
      const output = await executeStep(page);
      await output.getByText('3 written (3 created)').waitFor();
      await output.getByText('M-2').first().waitFor();
      await closePanel(page);
      await nodeOnCanvas(page, NODE).getByText('Machines (machine)').waitFor();
    });
    const upserts = hubspot.log.upserts();
    assert.deepEqual(
      upserts.map(({ inputIds }) => inputIds),
      [['M-1', 'M-2'], ['M-3']],
    );
    assert.match(upserts[0]?.path ?? '', /2026-09/);
    const [first] = (upserts[0]?.body as { inputs: Array<{ objectWriteTraceId: string }> }).inputs;
    assert.equal(first?.objectWriteTraceId, 'M-1');
  }),
);

test(
  'a standard object is chosen from the list',
  inWorld(async ({ n8n, hubspot }) => {
    const saved = await saveWorkflow(n8n, rowsAlone([{ email: 'ada@example.com' }]));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await addUpsertNode(page, 'Rows');
      await chooseFromList(page, 'objectType', 'Contacts');
      await chooseFromList(page, 'idProperty', 'Email (email)');
      const output = await executeStep(page);
      await output.getByText('1 written (1 created)').waitFor();
    });
    assert.ok(hubspot.store.find('contacts', 'email', 'ada@example.com'));
  }),
);
