import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/browser';
import { manualTrigger, noOperation } from '../support/coreNodes';
import {
  addColumn,
  addUpsertNode,
  choose,
  chooseFromList,
  closePanel,
  connect,
  executeStep,
  fillExpression,
  marked,
  nodeOnCanvas,
  openWorkflow,
} from '../support/editor';
import { takePictureOfOutput, takePictureOfSetUp } from '../support/panelPictures';
import { takePicture } from '../support/picture';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { THEMES, type Theme } from '../support/theme';
import { workflow } from '../support/workflow';
import { inWorld, type World } from '../support/world';

const NODE = 'HubSpot Batch Upsert';

const ROWS = [
  { key: '536365-85123A', article: 'White hanging heart', pieces: 6, each: '2.55' },
  { key: '536365-71053', article: 'White metal lantern', pieces: 6, each: '3,390' },
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

for (const theme of THEMES) {
  test(
    `a user maps column by column in the ${theme} editor, runs it, and sees both outputs`,
    inWorld(async ({ n8n }: World) => {
      const saved = await saveWorkflow(n8n, waitingForTheNode());
      await inBrowser(
        n8n,
        async ({ page }) => {
          await openWorkflow(page, n8n, saved);
          await setUp(page, theme);
          await runInPanel(page, theme);
          await runOnCanvas(page, theme);
        },
        theme,
      );
    }),
  );
}

/** Rows on one side, nodes for both outputs on the other. */
function waitingForTheNode() {
  const nodes = [manualTrigger(), rowsNode(ROWS), noOperation('Written'), noOperation('To Fix')];
  const waiting = workflow('Invoice lines to HubSpot', nodes, [['Start', 'Rows']]);
  waiting.nodes[2]!.position = [760, -120];
  waiting.nodes[3]!.position = [760, 120];
  return waiting;
}

async function setUp(page: Page, theme: Theme): Promise<void> {
  await addUpsertNode(page, 'Rows');
  await marked(page, 'execute-previous-node').click();
  await marked(page, 'ndv-input-panel').getByText('536365-85123A').first().waitFor();
  await chooseFromList(page, 'idProperty', 'Invoice line key (invoice_line_key)');
  await choose(page, marked(page, 'mapping-mode-select'), /Map Each/);
  const previews = marked(page, 'mapping-fields-container');
  for (const [label, property, expression, value] of COLUMNS) {
    await addColumn(page, label);
    await fillExpression(page, property, expression);
    await previews.getByText(value, { exact: true }).first().waitFor();
  }
  const last = previews.getByText(COLUMNS.at(-1)![3], { exact: true });
  await takePictureOfSetUp(page, 'mapping', theme, last);
}

async function runInPanel(page: Page, theme: Theme): Promise<void> {
  const output = await executeStep(page);
  await output.getByText('3 written (3 created), 1 not written').waitFor();
  await output.getByText(/^Success.*\(3 items\)/).waitFor();
  await takePictureOfOutput(page, 'success', theme);
  await output.getByText(/^Error.*\(1 item\)/).click();
  await output.getByText('is 3390 or 3.39').first().waitFor();
  await takePictureOfOutput(page, 'error', theme);
  await closePanel(page);
}

async function runOnCanvas(page: Page, theme: Theme): Promise<void> {
  await connect(page, NODE, 0, 'Written');
  await connect(page, NODE, 1, 'To Fix');
  await marked(page, 'execute-workflow-button').click();
  await page.getByText('Workflow executed successfully').waitFor();
  const node = nodeOnCanvas(page, NODE);
  for (const label of ['Success', 'Error', 'Line Items']) {
    await node.getByText(label, { exact: true }).first().waitFor();
  }
  const of = ['Start', 'Written', 'To Fix'].map((name) => nodeOnCanvas(page, name));
  await takePicture(page, 'workflow', { theme, of, margin: 120 });
}
