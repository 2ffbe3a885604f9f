import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { inBrowser } from '../support/browser';
import {
  chooseFromList,
  fillExpression,
  marked,
  openPanel,
  openWorkflow,
  seeChosen,
} from '../support/editor';
import { eventually } from '../support/eventually';
import { openList } from '../support/options';
import { takePicture } from '../support/picture';
import { ask } from '../support/restApi';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { inWorld, serviceKeyCredential } from '../support/world';

const ROWS = [{ invoice_line_key: 'A-1', deal: 'D-1' }];
const DEFAULT = 'Default (No Label)';

test(
  'a user adds an association, and its lists have the object types, keys and labels',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const labels = hubspot.store.associations;
    const { typeId } = labels.addLabel('line_items', 'deals', { label: 'Upsold in' });
    labels.addLabel('line_items', 'quotes', { label: 'Offered in' });
    const saved = await saveWorkflow(n8n, rowsToUpsert(credential, ROWS));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await openPanel(page);
      await page.getByRole('button', { name: 'Add association' }).last().click();

      await seeChosen(page, 'toIdProperty', 'Record ID');
      const [only] = await labelsShown(page);
      assert.match(only ?? '', /^Default \(No Label\)\s+To see labels here, choose/);

      await chooseFromList(page, 'toObjectType', 'Quotes');
      await seeLabels(page, [DEFAULT, 'Offered in']);
      await chooseFromList(page, 'toObjectType', 'Deals');
      await seeChosen(page, 'toIdProperty', 'Record ID');
      await chooseFromList(page, 'toIdProperty', 'Deal key (deal_key)');
      const listed = await seeLabels(page, [DEFAULT, 'Upsold in']);
      await listed.filter({ hasText: 'Upsold in' }).first().click();
      await fillExpression(page, 'toId', '{{ $json.deal }}');
      const of = ['resource-locator-toObjectType', 'parameter-input-label'];
      await takePicture(page, 'associations', { of: of.map((id) => marked(page, id)), margin: 32 });
      const entry = await eventually(
        async () => {
          // The editor takes a typed expression over a moment later, and not once the panel is closed.
          await page.keyboard.press('ControlOrMeta+s');
          const entry = await savedEntry();
          return entry?.toId === '={{ $json.deal }}' ? entry : undefined;
        },
        { what: 'the association as it was typed', seconds: 60 },
      );
      assert.equal(entry.toObjectType.value, 'deals');
      assert.equal(entry.toIdProperty.value, 'deal_key');
      assert.equal(entry.label, `USER_DEFINED:${typeId}`);
    });

    async function savedEntry(): Promise<Entry | undefined> {
      const { nodes } = await ask<Saved>(n8n, 'GET', `/workflows/${saved.id}`);
      return nodes.at(-1)?.parameters.associations?.association?.[0];
    }
  }),
);

test(
  'a list of labels that a scope is missing for says which',
  inWorld(async ({ n8n, hubspot }) => {
    const scopes = ['crm.schemas.line_items.read', 'crm.objects.line_items.write'];
    const key = hubspot.tokens.serviceKey({ scopes });
    const credential = await serviceKeyCredential(n8n, hubspot, key);
    const associations = [{ toObjectType: { __rl: true, mode: 'list', value: 'deals' } }];
    const saved = await saveWorkflow(n8n, rowsToUpsert(credential, ROWS, { associations }));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await openPanel(page);
      await marked(page, 'parameter-issues').hover();
      await page.getByText(/association labels\. .*crm\.schemas\.deals\.read/).waitFor();
    });
  }),
);

interface Entry {
  toObjectType: { value: unknown };
  toIdProperty: { value: unknown };
  toId: unknown;
  label: unknown;
}

interface Saved {
  nodes: Array<{ parameters: { associations?: { association?: Entry[] } } }>;
}

/** Opens the list of labels, which shows these. @returns its entries. */
async function seeLabels(page: Page, names: string[]): Promise<Locator> {
  const what = `the labels ${names.join(', ')}`;
  return await eventually(
    async () => {
      const entries = await openLabels(page);
      const shown = await entries.locator('.option-headline').allInnerTexts();
      if (shown.map((text) => text.trim()).join() === names.join()) return entries;
      await page.keyboard.press('Escape');
      return undefined;
    },
    { what, seconds: 30 },
  );
}

async function labelsShown(page: Page): Promise<string[]> {
  const texts = await (await openLabels(page)).allInnerTexts();
  await page.keyboard.press('Escape');
  return texts;
}

async function openLabels(page: Page): Promise<Locator> {
  return await openList(page, { name: 'label', displayName: 'Label Name or ID' });
}
