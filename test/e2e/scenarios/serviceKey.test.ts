import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBrowser } from '../support/browser';
import { fillServiceKeyCredential, newCredential } from '../support/credentialDialog';
import { marked } from '../support/editor';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { runOnce } from '../support/savedWorkflows';
import { inWorld, savedCredential } from '../support/world';

const TYPE = 'HubSpot Batch Service Key API';

test(
  'a service key that HubSpot knows is tested, saved and used',
  inWorld(async (world) => {
    const { n8n, hubspot } = world;
    await inBrowser(n8n, async ({ page }) => {
      await newCredential(page, n8n, TYPE);
      await fillServiceKeyCredential(page, hubspot, hubspot.tokens.serviceKey());
      await marked(page, 'credentials-config-container-test-success').waitFor();
    });
    assert.equal(hubspot.log.entries[0]?.path, '/account-info/v3/details');
    const credential = await savedCredential(n8n, 'hubspotBatchServiceKeyApi');
    const written = await runOnce(n8n, rowsToUpsert(credential, [{ invoice_line_key: 'A-1' }]));
    assert.equal(written.status, 'success', written.result.error?.message);
    assert.equal(hubspot.store.count('line_items'), 1);
  }),
);

test(
  'a service key that HubSpot does not know fails its test in the dialog',
  inWorld(async ({ n8n, hubspot }) => {
    await inBrowser(n8n, async ({ page }) => {
      await newCredential(page, n8n, TYPE);
      await fillServiceKeyCredential(page, hubspot, 'pat-na1-wrong');
      await page.getByText(/Couldn.t connect with these settings/).waitFor();
    });
    assert.equal(hubspot.log.entries[0]?.status, 401);
  }),
);
