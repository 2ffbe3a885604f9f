import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { inBrowser } from '../support/browser';
import { manualTrigger } from '../support/coreNodes';
import {
  addUpsertNode,
  choose,
  chooseFromList,
  marked,
  openWorkflow,
  seeChosen,
  seeListed,
} from '../support/editor';
import { openOption } from '../support/options';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { workflow } from '../support/workflow';
import { inWorld } from '../support/world';

const RECORD_ID = 'Record ID (hs_object_id)';
const KEY = 'Company key (company_key)';
const DOMAIN = 'Company Domain Name (domain), by search';

test(
  'what records are found by follows operation and options, and what is chosen stays',
  inWorld(async ({ n8n }) => {
    const saved = await saveWorkflow(n8n, rowsAlone());
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await addUpsertNode(page, 'Rows', 'Update records');
      await chooseFromList(page, 'objectType', 'Companies');
      await chooseFromList(page, 'idProperty', KEY);
      await seeListed(page, 'idProperty', (names) => names.join() === [KEY, RECORD_ID].join());

      await (await openOption(page, 'Non-Unique ID')).filter({ hasText: 'Search' }).click();
      await seeChosen(page, 'idProperty', KEY);
      await seeListed(
        page,
        'idProperty',
        (names) => names.includes(DOMAIN) && names.at(-1) === RECORD_ID,
      );

      await choose(page, marked(page, 'parameter-input-operation'), /^Create\s*Create new/);
      await seeChosen(page, 'idProperty', KEY);
      await seeListed(
        page,
        'idProperty',
        (names) => names.includes(DOMAIN) && !names.includes(RECORD_ID),
      );
      assert.equal(await offersToKeep(page), false);
    });
  }),
);

test(
  'where no property has unique values the list says how to get one, and takes the record ID',
  inWorld(async ({ n8n, hubspot }) => {
    hubspot.store.table('notes')?.definitions.delete('external_key');
    const saved = await saveWorkflow(n8n, rowsAlone());
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await addUpsertNode(page, 'Rows');
      await chooseFromList(page, 'objectType', 'Notes');
      await seeListed(
        page,
        'idProperty',
        ([toCreate = '', toSearch = '', ...others]) =>
          toCreate.includes('create one in HubSpot') &&
          toSearch.includes('Non-Unique ID') &&
          others.join() === RECORD_ID,
      );
      await chooseFromList(page, 'idProperty', RECORD_ID);
    });
  }),
);

function rowsAlone() {
  const nodes = [manualTrigger(), rowsNode([{ domain: 'example.com' }])];
  return workflow('Rows to HubSpot', nodes, [['Start', 'Rows']]);
}

/** Can the option Existing Values be added? */
async function offersToKeep(page: Page): Promise<boolean> {
  await marked(page, 'collection-parameter-add').click();
  const options = marked(page, 'collection-parameter-option');
  await options.first().waitFor();
  const names = await options.allInnerTexts();
  await page.keyboard.press('Escape');
  return names.some((name) => name.trim() === 'Existing Values');
}
