import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import type { Session } from './restApi';
import type { SavedWorkflow } from './savedWorkflows';

const NODE = 'HubSpot Batch Upsert';
const FIRST_PAINT_MS = 90_000;
const LIST_MS = 8000;

/** What n8n's authors mark for tests. */
export function marked(scope: Page | Locator, id: string): Locator {
  return scope.locator(`[data-test-id=${JSON.stringify(id)}]`);
}

/** Opens a workflow on the canvas. */
export async function openWorkflow(
  page: Page,
  { baseUrl }: Session,
  { id }: SavedWorkflow,
): Promise<void> {
  await page.goto(`${baseUrl}/workflow/${id}`, { waitUntil: 'commit', timeout: FIRST_PAINT_MS });
  await marked(page, 'canvas-node').first().waitFor({ timeout: FIRST_PAINT_MS });
  const announcement = page.getByRole('button', { name: 'Got it' });
  await announcement.click({ timeout: 3000 }).catch(() => undefined);
}

/**
 * Adds the node under test from n8n's list of nodes, behind another one; its panel opens. n8n lets
 * nobody drag a community node from that list: its entry opens a page of details (NodeItem.vue is
 * draggable only without that arrow), which offers the node's operations.
 */
export async function addUpsertNode(
  page: Page,
  after: string,
  operation = 'Create or update records',
): Promise<void> {
  await nodeOnCanvas(page, after).click();
  await page.keyboard.press('n');
  await marked(page, 'node-creator-search-bar').fill('hubspot batch');
  await marked(page, 'node-creator-item-name').filter({ hasText: NODE }).first().click();
  await page.getByText(operation, { exact: true }).click();
  await marked(page, 'ndv').waitFor();
}

export async function openPanel(page: Page, name = NODE): Promise<void> {
  await nodeOnCanvas(page, name).dblclick();
  await marked(page, 'ndv').waitFor();
}

export async function closePanel(page: Page): Promise<void> {
  await marked(page, 'ndv-close-button').click();
  await marked(page, 'ndv').waitFor({ state: 'hidden' });
}

export function nodeOnCanvas(page: Page, name: string): Locator {
  return page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
}

/** Draws a connection from an output of a node to another node. */
export async function connect(page: Page, from: string, output: number, to: string): Promise<void> {
  const source = nodeOnCanvas(page, from).locator(`[data-handleid="outputs/main/${output}"]`);
  const target = nodeOnCanvas(page, to).locator('[data-handleid="inputs/main/0"]');
  const edges = await marked(page, 'edge').count();
  await source.dragTo(target, { steps: 10 });
  await marked(page, 'edge').nth(edges).waitFor({ state: 'attached' });
}

/**
 * Chooses an entry of a resource locator's list by its text. A list that n8n began to load before the
 * parameter above it had changed, or loads anew under the pointer, is opened again, as a user would.
 */
export async function chooseFromList(page: Page, parameter: string, entry: string): Promise<void> {
  const input = marked(marked(page, `resource-locator-${parameter}`), 'rlc-input');
  const entries = marked(page, 'rlc-item').filter({ visible: true, hasText: entry });
  await eventually(
    async () => {
      await input.click();
      const isChosen = await entries
        .first()
        .click({ timeout: LIST_MS })
        .then(() => true)
        .catch(() => undefined);
      if (!isChosen) await page.keyboard.press('Escape');
      return isChosen;
    },
    { what: `"${entry}" in the list of ${parameter}`, seconds: 60 },
  );
  await seeChosen(page, parameter, entry);
}

/**
 * Opens a resource locator's list until it shows what is expected: while n8n loads a list anew, it shows
 * the chosen entry alone.
 */
export async function seeListed(
  page: Page,
  parameter: string,
  isExpected: (entries: string[]) => boolean,
): Promise<void> {
  const input = marked(marked(page, `resource-locator-${parameter}`), 'rlc-input');
  const entries = marked(page, 'rlc-item').filter({ visible: true });
  await input.click();
  await eventually(
    async () => {
      const texts = (await entries.allInnerTexts()).map((text) => text.trim());
      return isExpected(texts) ? true : undefined;
    },
    { what: `the list of ${parameter} as expected`, seconds: 60 },
  );
  await page.keyboard.press('Escape');
}

/** Waits until a resource locator shows an entry as the chosen one. */
export async function seeChosen(page: Page, parameter: string, entry: string): Promise<void> {
  const input = marked(marked(page, `resource-locator-${parameter}`), 'rlc-input');
  await eventually(async () => ((await shownIn(input)) === entry ? true : undefined), {
    what: `"${entry}" as ${parameter}`,
    seconds: 20,
  });
}

/** The mark may stand on the input, or on what n8n wraps around it. */
async function shownIn(marked: Locator): Promise<string> {
  return await marked.evaluate((element) =>
    element instanceof HTMLInputElement
      ? element.value
      : (element.querySelector('input')?.value ?? ''),
  );
}

/** Chooses in an ordinary drop-down list. */
export async function choose(page: Page, select: Locator, entry: string | RegExp): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: entry }).first().click();
}

/** Adds a column to a mapping by hand. */
export async function addColumn(page: Page, label: string): Promise<void> {
  await marked(page, 'add-fields-select').click();
  await page.getByRole('menuitem', { name: label }).click();
}

/** Types an expression into a field, as a user who switches it to Expression would. */
export async function fillExpression(
  page: Page,
  parameter: string,
  expression: string,
): Promise<void> {
  const field = marked(page, `parameter-input-${parameter}`);
  await field.hover();
  // Where it is one of a collection's fields, the collection is such an item, too.
  const item = marked(page, 'parameter-item').filter({ has: field }).last();
  await marked(item, 'radio-button-expression').last().click();
  const text = field.locator('.cm-content');
  await eventually(
    async () => {
      // n8n fills in the default of a number a moment after the switch.
      await text.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(expression);
      return (await text.innerText()).trim() === expression ? true : undefined;
    },
    { what: `${expression} in ${parameter}`, seconds: 20 },
  );
  await marked(page, 'ndv').getByText('Object Type', { exact: true }).click();
}

/** Runs the node and those before it. @returns the panel of what came out, or of what went wrong. */
export async function executeStep(page: Page): Promise<Locator> {
  await marked(page, 'node-execute-button').click();
  const output = marked(page, 'output-panel');
  const done = marked(output, 'branches').or(marked(output, 'node-error-message'));
  await done.first().waitFor({ timeout: 60_000 });
  return output;
}
