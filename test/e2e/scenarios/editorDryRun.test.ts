import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser } from '../support/browser';
import { executeStep, openPanel, openWorkflow } from '../support/editor';
import { addOption, turn } from '../support/options';
import { takePictureOfOutput } from '../support/panelPictures';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { THEMES } from '../support/theme';
import { inWorld } from '../support/world';

const LINES = [
  { invoice_line_key: 'A-1', name: 'Lamp', price: '9,50' },
  { invoice_line_key: 'A-2', name: 'Chair', price: '39' },
];

for (const theme of THEMES) {
  test(
    `a user sees in the ${theme} editor what a run would change, before it changes anything`,
    inWorld(async ({ n8n, hubspot, credential }) => {
      hubspot.store.put('line_items', { ...LINES[0], price: '8' });
      const saved = await saveWorkflow(n8n, rowsToUpsert(credential, LINES));
      await inBrowser(
        n8n,
        async ({ page }) => {
          await openWorkflow(page, n8n, saved);
          await openPanel(page);
          await addOption(page, 'Dry Run');
          await turn(page, 'dryRun', 'on');
          const output = await executeStep(page);
          await output.getByText('1 would be created, 1 would be updated').waitFor();
          await output.getByText('wouldUpdate').waitFor();
          await takePictureOfOutput(page, 'dry-run', theme);
        },
        theme,
      );
      const writes = hubspot.log.entries.flatMap(({ written }) => written);
      assert.deepEqual(writes, []);
    }),
  );
}
