import { test } from 'node:test';
import type { INodeProperties } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { options } from '../../../nodes/HubspotBatchUpsert/description/options';
import { openBrowser, type Theme } from '../support/browser';
import { manualTrigger, noOperation } from '../support/coreNodes';
import {
  addColumn,
  addOption,
  addUpsertNode,
  choose,
  chooseFromList,
  closePanel,
  connect,
  executeStep,
  marked,
  openWorkflow,
} from '../support/editor';
import { takePicture } from '../support/picture';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { workflow } from '../support/workflow';
import { inWorld, type World } from '../support/world';

const ROWS = [
  { key: '536365-85123A', article: 'White hanging heart', pieces: 6, each: '2.55' },
  { key: '536365-71053', article: 'White metal lantern', pieces: 6, each: '3,39' },
  { key: '536365-84406B', article: 'Cream cupid hearts', pieces: 8, each: '2.75' },
  { key: '536366-22633', article: 'Hand warmer union jack', pieces: 6, each: '1.85' },
];

/** Label of a column, its property, the expression that fills it, and what that gives first. */
const COLUMNS = [
  ['Invoice line key (invoice_line_key)', 'invoice_line_key', '{{ $json.key }}', '536365-85123A'],
  ['Name (name)', 'name', '{{ $json.article }}', 'White hanging heart'],
  ['Quantity (quantity)', 'quantity', '{{ $json.pieces }}', '6'],
  ['Unit price (price)', 'price', '{{ $json.each }}', '2.55'],
] as const;

const OPTIONS = (options.options as INodeProperties[]).map(({ displayName }) => displayName);

for (const theme of ['light', 'dark'] as const) {
  test(
    `a user sets the node up in the ${theme} editor, column by column, and sees both outputs`,
    inWorld((world) => inEditor(world, theme, setUpAndRun)),
  );
}

test(
  'a custom object, automatic mapping and every option can be chosen in the editor',
  inWorld((world) => inEditor(world, 'light', chooseTheRest)),
);

/** Opens a workflow whose rows wait for the node. */
async function inEditor(
  { n8n }: World,
  theme: Theme,
  story: (page: Page, theme: Theme) => Promise<void>,
): Promise<void> {
  const nodes = [manualTrigger(), rowsNode(ROWS), noOperation('Written'), noOperation('To Mend')];
  const waiting = workflow('Invoice lines to HubSpot', nodes, [['Start', 'Rows']]);
  waiting.nodes[2]!.position = [760, -120];
  waiting.nodes[3]!.position = [760, 120];
  const saved = await saveWorkflow(n8n, waiting);
  const browser = await openBrowser(n8n, theme);
  try {
    await openWorkflow(browser.page, n8n, saved);
    await story(browser.page, theme);
  } catch (error) {
    await takePicture(browser.page, 'failed', theme);
    throw error;
  } finally {
    await browser.close();
  }
}

async function setUpAndRun(page: Page, theme: Theme): Promise<void> {
  await addUpsertNode(page, 'Rows');
  await marked(page, 'execute-previous-node').click();
  await marked(page, 'ndv-input-panel').getByText('536365-85123A').first().waitFor();
  await chooseFromList(page, 'idProperty', 'Invoice line key (invoice_line_key)');
  await takePicture(page, 'panel', theme);

  await choose(page, marked(page, 'mapping-mode-select'), /Map Each/);
  for (const [label, property, expression, value] of COLUMNS) {
    await addColumn(page, label);
    await fillExpression(page, property, expression);
    const previews = marked(page, 'mapping-fields-container');
    await previews.getByText(value, { exact: true }).first().waitFor();
  }
  await takePicture(page, 'mapping', theme);

  const output = await executeStep(page);
  await output.getByText('3 written (3 created), 1 not written').waitFor();
  await output.getByText(/^Success.*\(3 items\)/).waitFor();
  await output.getByText(/^Error.*\(1 item\)/).click();
  await output.getByText('is not a number to HubSpot').first().waitFor();
  await takePicture(page, 'outputs', theme);

  await closePanel(page);
  await connect(page, 0, 'Written');
  await connect(page, 1, 'To Mend');
  await marked(page, 'execute-workflow-button').click();
  await page.getByText('Workflow executed successfully').waitFor();
  for (const label of ['Success', 'Error']) {
    await page.getByText(label, { exact: true }).first().waitFor();
  }
  await takePicture(page, 'workflow', theme);
}

/** Types an expression into a column, as a user who switches it to Expression would. */
async function fillExpression(page: Page, property: string, expression: string): Promise<void> {
  const column = marked(page, `parameter-input-${property}`);
  await column.hover();
  const options = marked(page, `value["${property}"]-parameter-input-options-container`);
  await marked(options, 'radio-button-expression').click();
  const field = column.locator('.cm-content');
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(expression);
  await page.getByText('Values to Write').click();
}

async function chooseTheRest(page: Page): Promise<void> {
  await addUpsertNode(page, 'Rows');
  await chooseFromList(page, 'objectType', 'Machines (machine)');
  await chooseFromList(page, 'idProperty', 'Machine key (machine_key)');
  await page.getByText('make sure the incoming data fields are named the same').waitFor();
  for (const option of OPTIONS) await addOption(page, option);
  await takePicture(page, 'options');
  for (const option of OPTIONS) {
    await marked(page, 'node-parameters').getByText(option, { exact: true }).first().waitFor();
  }
}
