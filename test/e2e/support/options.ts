import assert from 'node:assert/strict';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';
import { options } from '../../../nodes/HubspotBatchUpsert/description/options';
import { fillExpression, marked } from './editor';
import { eventually } from './eventually';

/** Those that the panel shows where the node is no tool of an agent. */
const DESCRIBED = (options.options as INodeProperties[]).filter(
  ({ displayOptions }) => displayOptions?.show?.['@tool'] === undefined,
);

/**
 * Adds every option of the node and sets it by hand: what has a list is opened, read and chosen
 * from, a switch is turned, what takes a text or a number is typed into.
 *
 * @param values what to set, by the option's label
 */
export async function setEveryOption(page: Page, values: Record<string, string>): Promise<void> {
  assert.deepEqual(
    Object.keys(values).sort(),
    DESCRIBED.map(({ displayName }) => displayName).sort(),
  );
  for (const option of DESCRIBED) {
    await addOption(page, option.displayName);
    await setOption(page, option, values[option.displayName] ?? '');
  }
}

/** Adds an option that has a list, and opens it. @returns what can be chosen. */
export async function openOption(page: Page, label: string): Promise<Locator> {
  const option = DESCRIBED.find(({ displayName }) => displayName === label);
  if (!option) throw new Error(`the node has no option ${label}`);
  await addOption(page, label);
  return await openList(page, option);
}

/** Adds an option to the node. */
export async function addOption(page: Page, label: string): Promise<void> {
  await marked(page, 'collection-parameter-add').click();
  const option = marked(page, 'collection-parameter-option');
  await option.getByText(label, { exact: true }).click();
}

async function setOption(page: Page, option: INodeProperties, value: string): Promise<void> {
  if (option.type === 'options') {
    const entries = await openList(page, option);
    const shown = await entries.locator('.option-headline, .list-option-headline').allInnerTexts();
    const described = (option.options as INodePropertyOptions[]).map(({ name }) => name);
    assert.deepEqual(
      shown.map((text) => text.trim()),
      described,
      option.displayName,
    );
    await entries.filter({ hasText: value }).first().click();
  } else if (option.type === 'boolean') {
    await turn(page, option.name, value);
  } else if (value.startsWith('{{')) {
    await fillExpression(page, option.name, value);
  } else {
    const control = marked(page, `parameter-input-${option.name}`);
    await control.locator('input').fill(value);
    await control.locator('input').blur();
  }
}

/** Turns a parameter that is shown as a switch `on` or `off`. */
export async function turn(page: Page, parameter: string, wanted: string): Promise<void> {
  const input = marked(page, `parameter-input-${parameter}`).getByRole('switch');
  // What a user sees and clicks is the element around it.
  if ((await input.isChecked()) !== (wanted === 'on')) await input.locator('xpath=..').click();
}

/** Opens the list of a parameter that is shown once. @returns what can be chosen. */
export async function openList(
  page: Page,
  option: Pick<INodeProperties, 'name' | 'displayName'>,
): Promise<Locator> {
  const control = marked(page, `parameter-input-${option.name}`);
  const entries = page.getByRole('option').filter({ visible: true });
  await eventually(
    async () => {
      // While the panel still unfolds, n8n closes a list that was just opened.
      await control.click();
      const opened = entries.first().waitFor({ timeout: 2000 });
      return await opened.then(
        () => true,
        () => undefined,
      );
    },
    { what: `the list of ${option.displayName}`, seconds: 20 },
  );
  return entries;
}
