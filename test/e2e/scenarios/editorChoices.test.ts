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
import { setEveryOption, turn } from '../support/options';
import { takePictureOfSetUp } from '../support/panelPictures';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { THEMES } from '../support/theme';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const NODE = 'HubSpot Batch Upsert';

/** With HubSpot's labels, and prices as in Europe. */
const LINES = [
  ['536365-85123A', 'White hanging heart', 6, '2,55'],
  ['536365-71053', 'White metal lantern', 6, '3,39'],
].map(([key, name, quantity, price]) => ({
  'Invoice line key': key,
  Name: name,
  Quantity: quantity,
  'Unit price': price,
}));

const MACHINES = ['M-1', 'M-2', 'M-3'].map((machine_key, index) => ({
  machine_key,
  machine_name: `Press ${index + 1}`,
  status: 'running',
  power_kw: '1.500',
  built_on: '3/4/2026',
  last_service_at: 45351,
  sites: 'Rome',
}));

/** The first machine as these options have it written: 1,500 kW, 3 April, midnight in Vienna, no site. */
const FIRST_MACHINE = {
  machine_key: 'M-1',
  machine_name: 'Press 1',
  status: 'running',
  power_kw: '1500',
  built_on: '2026-04-03',
  last_service_at: '2024-02-28T23:00:00.000Z',
};

/** None is the default. */
const OPTION_VALUES = {
  'API Version': '2026-09',
  'Batch Size': '2',
  'Date Numbers': 'Spreadsheet Days',
  'Date Order': 'Day First',
  'Dry Run': 'on',
  Duplicates: 'Write in Sequence',
  'Empty Values': 'Clear',
  'Existing Values': 'Keep',
  'Field Names': 'Names Only',
  'Invalid Values': 'Leave Out',
  'Max Concurrency': '1',
  'Max Retries': '2',
  'Non-Unique ID': 'Search',
  'Number Format': 'Decimal Comma',
  'Object Write Trace ID': '{{ $json.machine_key }}',
  Output: 'Record Only',
  'Patience (Seconds)': '60',
  'Rate Limit Share (%)': '50',
  'Skip Unchanged': 'on',
  'Time Zone': 'Europe/Vienna',
  'Timeout (Seconds)': '20',
  'Unknown Fields': 'Reject',
};

interface Input {
  objectWriteTraceId: string;
  properties: Record<string, string>;
}

function rowsAlone(rows: Array<Record<string, unknown>>) {
  return workflow('Rows to HubSpot', [manualTrigger(), rowsNode(rows)], [['Start', 'Rows']]);
}

for (const theme of THEMES) {
  test(
    `fields with the labels of properties map themselves in the ${theme} editor`,
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
      const look = await executeStep(page);
      await look.getByText('Dry run, nothing was written').waitFor();
      assert.equal(hubspot.store.count('2-3453932'), 0);
      await turn(page, 'dryRun', 'off');
      const output = await executeStep(page);
      await output.getByText('3 written (3 created)').waitFor();
      await output.getByText('M-2').first().waitFor();
      await closePanel(page);
      await nodeOnCanvas(page, NODE).getByText('Machines (machine)').waitFor();
    });
    // Only what is empty may be filled, so that what is not there is created, and nothing is upserted.
    const creates = hubspot.log.of('create');
    const batches = creates.map(({ body }) => (body as { inputs: Input[] }).inputs);
    assert.deepEqual(
      batches.map((inputs) => inputs.map(({ properties }) => properties.machine_key)),
      [['M-1', 'M-2'], ['M-3']],
    );
    assert.match(creates[0]?.path ?? '', /2026-09/);
    const first = batches[0]?.[0];
    assert.equal(first?.objectWriteTraceId, 'M-1');
    assert.deepEqual(first?.properties, FIRST_MACHINE);
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
