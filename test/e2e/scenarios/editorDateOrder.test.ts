import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser } from '../support/browser';
import { executeStep, marked, openPanel, openWorkflow } from '../support/editor';
import { openOption } from '../support/options';
import { closeNotices, takePicture } from '../support/picture';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { inWorld } from '../support/world';

const ROWS = [{ 'Invoice line key': 'A-1', 'Invoice date': '3/4/2026' }];

test(
  'a user finds the option that a refused date names, sets it, and the row is written',
  inWorld(async ({ n8n, hubspot, credential }) => {
    const saved = await saveWorkflow(n8n, rowsToUpsert(credential, ROWS));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      await openPanel(page);
      const output = await executeStep(page);
      const advice = output.getByText('set the option Date Order to Day First or Month First');
      await advice.first().waitFor();
      await closeNotices(page);
      const readings = await openOption(page, 'Date Order');
      const of = [marked(page, 'node-parameters'), output];
      const downTo = marked(page, 'parameter-input-dateOrder');
      await takePicture(page, 'date-order', { of, downTo });
      await readings.filter({ hasText: 'Day First' }).first().click();
      await executeStep(page);
      await output.getByText('1 written (1 created)').waitFor();
    });
    const stored = hubspot.store.find('line_items', 'invoice_line_key', 'A-1');
    assert.equal(stored?.properties.invoice_date, '2026-04-03');
  }),
);
