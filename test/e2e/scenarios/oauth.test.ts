import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { inBrowser, type Browser } from '../support/browser';
import {
  addressOfConsent,
  connectOAuth,
  fillOAuthCredential,
  newCredential,
} from '../support/credentialDialog';
import { choose, executeStep, marked, openPanel, openWorkflow } from '../support/editor';
import { takePictureOfMessage } from '../support/panelPictures';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { runOnce, saveWorkflow } from '../support/savedWorkflows';
import { inWorld, savedCredential, type World } from '../support/world';

/** What the chosen objects and looking up owners take, and no more. */
function scopesOf(...objects: string[]): string[] {
  const scopes = objects.flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
    `crm.schemas.${name}.read`,
  ]);
  return ['oauth', 'crm.objects.owners.read', ...scopes].sort();
}

/** Opens the dialog of a new OAuth2 credential. */
async function inDialog({ n8n }: World, story: (browser: Browser) => Promise<void>): Promise<void> {
  await inBrowser(n8n, async (browser) => {
    await newCredential(browser.page, n8n, 'HubSpot Batch OAuth2 API');
    await story(browser);
  });
}

/** The scopes that a consent page asks for. */
async function scopesOn(consent: Page): Promise<string[]> {
  return (await consent.locator('li code').allInnerTexts()).sort();
}

/** Fills with the refresh token of every consent that is given from now on. */
function refreshTokensOf(oauth: World['hubspot']['oauth']): string[] {
  const refreshTokens: string[] = [];
  const exchange = oauth.exchangeCode.bind(oauth);
  oauth.exchangeCode = (...code) => {
    const issued = exchange(...code);
    if (issued) refreshTokens.push(issued.refreshToken);
    return issued;
  };
  return refreshTokens;
}

test(
  'a user connects with the scopes of the objects chosen, writes, and hears when it is revoked',
  inWorld(async (world) => {
    const granted = refreshTokensOf(world.hubspot.oauth);
    await inDialog(world, async ({ page, context }) => {
      await fillOAuthCredential(page, world.hubspot, { objects: ['Contacts', 'Line Items'] });
      const consent = await connectOAuth(page, context);
      assert.deepEqual(await scopesOn(consent), scopesOf('contacts', 'line_items'));
      await consent.getByRole('button', { name: 'Connect app' }).click();
      await marked(page, 'oauth-connect-success-banner').waitFor();
    });
    const credential = await savedCredential(world.n8n, 'hubspotBatchOAuth2Api');
    const rows = [{ invoice_line_key: 'A-1', name: 'Lantern' }];
    const connected = await runOnce(world.n8n, rowsToUpsert(credential, rows));
    assert.equal(connected.status, 'success', connected.result.error?.message);
    assert.equal(world.hubspot.store.count('line_items'), 1);

    for (const refreshToken of granted) world.hubspot.oauth.revoke(refreshToken);
    await inBrowser(world.n8n, async ({ page }) => {
      const saved = await saveWorkflow(world.n8n, rowsToUpsert(credential, rows));
      await openWorkflow(page, world.n8n, saved);
      await openPanel(page);
      const output = await executeStep(page);
      await takePictureOfMessage(page, 'revoked-grant');
      assert.match(
        await marked(output, 'node-error-message').innerText(),
        /HubSpot does not accept the credential\. The credential "HubSpot Batch account" needs to be reconnected/,
      );
    });
  }),
);

test(
  'a user who leaves the list of objects alone is asked for the scopes of line items',
  inWorld(async (world) => {
    await inDialog(world, async ({ page, context }) => {
      await fillOAuthCredential(page, world.hubspot);
      const consent = await connectOAuth(page, context);
      assert.deepEqual(await scopesOn(consent), scopesOf('line_items'));
      await consent.getByRole('button', { name: 'Connect app' }).click();
      await marked(page, 'oauth-connect-success-banner').waitFor();
    });
    const rows = [{ invoice_line_key: 'A-1', name: 'Lantern' }];
    const written = await runOnce(
      world.n8n,
      rowsToUpsert(await savedCredential(world.n8n, 'hubspotBatchOAuth2Api'), rows),
    );
    assert.equal(written.status, 'success', written.result.error?.message);
    assert.equal(world.hubspot.store.count('line_items'), 1);
  }),
);

test(
  'a refused consent leaves the credential unconnected',
  inWorld(async (world) => {
    await inDialog(world, async ({ page, context }) => {
      await fillOAuthCredential(page, world.hubspot, { objects: ['Line Items'] });
      const consent = await connectOAuth(page, context);
      assert.deepEqual(await scopesOn(consent), scopesOf('line_items'));
      await consent.getByRole('button', { name: 'Cancel' }).click();
      await consent.getByText('Failed to connect').waitFor();
      assert.ok(await marked(page, 'oauth-not-connected-banner').isVisible());
    });
  }),
);

for (const [region, host] of [
  ['Europe', 'app-eu1.hubspot.com'],
  ['North America', 'app.hubspot.com'],
] as const) {
  test(
    `a user who chooses ${region} is sent to the consent page of ${host}`,
    inWorld(async (world) => {
      await inDialog(world, async ({ page, context }) => {
        const hubspotItself = { ...world.hubspot, baseUrl: 'https://api.hubapi.com' };
        await fillOAuthCredential(page, hubspotItself, { objects: ['Line Items'] });
        await choose(page, marked(page, 'parameter-input-region'), new RegExp(region));
        const consent = await addressOfConsent(page, context);
        assert.equal(consent.host, host);
        assert.equal(consent.pathname, '/oauth/authorize');
        assert.match(
          consent.searchParams.get('redirect_uri') ?? '',
          /oauth2-credential\/callback$/,
        );
      });
    }),
  );
}
