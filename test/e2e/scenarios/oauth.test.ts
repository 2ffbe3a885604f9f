import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, type Browser } from '../support/browser';
import { connectOAuth, fillOAuthCredential, newCredential } from '../support/credentialDialog';
import { marked } from '../support/editor';
import { takePicture } from '../support/picture';
import { ask } from '../support/restApi';
import { rowsToUpsert } from '../support/rowsToUpsert';
import { runOnce } from '../support/savedWorkflows';
import type { CredentialRef } from '../support/upsertNode';
import { inWorld, type World } from '../support/world';

/** What the chosen objects take, and no more. */
function scopesOf(...objects: string[]): string[] {
  const scopes = objects.flatMap((name) => [
    `crm.objects.${name}.read`,
    `crm.objects.${name}.write`,
    `crm.schemas.${name}.read`,
  ]);
  return ['oauth', ...scopes].sort();
}

/** Opens the dialog of a new OAuth2 credential. */
async function inDialog(world: World, story: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await openBrowser(world.n8n);
  try {
    await newCredential(browser.page, world.n8n, 'HubSpot Batch OAuth2 API');
    await story(browser);
  } catch (error) {
    await takePicture(browser.page, 'failed');
    throw error;
  } finally {
    await browser.close();
  }
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

async function savedCredential({ n8n }: World): Promise<CredentialRef> {
  const type = 'hubspotBatchOAuth2Api';
  const all = await ask<CredentialRef[]>(n8n, 'GET', '/credentials');
  const found = all.find((each) => each.type === type);
  assert.ok(found, 'the credential is saved');
  return { type, id: found.id, name: found.name };
}

test(
  'a user connects with the scopes of the objects chosen, writes, and hears when it is revoked',
  inWorld(async (world) => {
    const granted = refreshTokensOf(world.hubspot.oauth);
    await inDialog(world, async ({ page, context }) => {
      await fillOAuthCredential(page, world.hubspot, { objects: ['Contacts', 'Line Items'] });
      await takePicture(page, 'oauth');
      const consent = await connectOAuth(page, context);
      assert.deepEqual(await scopesOn(consent), scopesOf('contacts', 'line_items'));
      await consent.getByRole('button', { name: 'Connect app' }).click();
      await marked(page, 'oauth-connect-success-banner').waitFor();
      await takePicture(page, 'oauth-connected');
    });
    const credential = await savedCredential(world);
    const rows = [{ invoice_line_key: 'A-1', name: 'Lantern' }];
    const connected = await runOnce(world.n8n, rowsToUpsert(credential, rows));
    assert.equal(connected.status, 'success', connected.result.error?.message);
    assert.equal(world.hubspot.store.count('line_items'), 1);

    for (const refreshToken of granted) world.hubspot.oauth.revoke(refreshToken);
    const revoked = await runOnce(world.n8n, rowsToUpsert(credential, rows));
    assert.equal(revoked.status, 'error');
    const { message, description } = revoked.result.error ?? {};
    assert.match(`${message} ${description}`, /reconnect/i);
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
    const written = await runOnce(world.n8n, rowsToUpsert(await savedCredential(world), rows));
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
      await takePicture(page, 'oauth-refused');
      assert.ok(await marked(page, 'oauth-not-connected-banner').isVisible());
    });
  }),
);

test(
  'accounts of the EU region are sent to its consent page',
  inWorld(async (world) => {
    const { n8n, hubspot } = world;
    const type = 'hubspotBatchOAuth2Api';
    const { clientId, clientSecret } = hubspot.oauth;
    for (const [region, host] of [
      ['eu1', 'app-eu1.hubspot.com'],
      ['na1', 'app.hubspot.com'],
    ]) {
      const data = { clientId, clientSecret, region, objects: ['line_items'], sensitiveData: [] };
      const body = { name: `HubSpot ${region}`, type, data };
      const { id } = await ask<{ id: string }>(n8n, 'POST', '/credentials', body);
      const url = new URL(await ask<string>(n8n, 'GET', `/oauth2-credential/auth?id=${id}`));
      assert.equal(url.host, host);
      assert.equal(url.pathname, '/oauth/authorize');
      assert.match(url.searchParams.get('redirect_uri') ?? '', /oauth2-credential\/callback$/);
    }
  }),
);
