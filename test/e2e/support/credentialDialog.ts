import type { BrowserContext, Page } from 'playwright-core';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { marked } from './editor';
import type { Session } from './restApi';

const FIRST_PAINT_MS = 90_000;

/** Opens the dialog of a new credential, as from n8n's list of credentials. */
export async function newCredential(page: Page, n8n: Session, type: string): Promise<void> {
  await page.goto(`${n8n.baseUrl}/home/credentials/create`, { waitUntil: 'commit' });
  const select = marked(page, 'new-credential-type-select');
  await select.waitFor({ timeout: FIRST_PAINT_MS });
  await select.click();
  await page.keyboard.type(type);
  await marked(page, 'new-credential-type-select-option').filter({ hasText: type }).first().click();
  await marked(page, 'new-credential-type-button').click();
  await marked(page, 'credential-edit-dialog').waitFor();
}

/** Pastes a key and saves it, upon which n8n tests it. */
export async function fillServiceKeyCredential(
  page: Page,
  { baseUrl }: Sandbox,
  key: string,
): Promise<void> {
  await marked(page, 'parameter-input-baseUrl').locator('input').fill(baseUrl);
  await marked(page, 'parameter-input-serviceKey').locator('input').fill(key);
  await marked(page, 'credential-save-button').click();
}

/** Fills in what a user copies from HubSpot, and chooses the objects; without any, leaves the list alone. */
export async function fillOAuthCredential(
  page: Page,
  { baseUrl, oauth }: Sandbox,
  { objects = [] }: { objects?: string[] } = {},
): Promise<void> {
  const field = (name: string) => marked(page, `parameter-input-${name}`);
  await field('baseUrl').locator('input').fill(baseUrl);
  await field('clientId').locator('input').fill(oauth.clientId);
  await field('clientSecret').locator('input').fill(oauth.clientSecret);
  if (objects.length === 0) return;
  await field('objects').click();
  for (const object of objects) await page.getByRole('option', { name: object }).first().click();
  await page.keyboard.press('Escape');
}

/** Presses Connect. @returns HubSpot's consent page. */
export async function connectOAuth(page: Page, context: BrowserContext): Promise<Page> {
  const opening = context.waitForEvent('page');
  await page
    .getByRole('button', { name: /Connect/ })
    .first()
    .click();
  const consent = await opening;
  await consent.getByRole('button', { name: 'Connect app' }).waitFor();
  return consent;
}

/** Presses Connect. @returns where the window goes that opens; outside hosts are out of its reach. */
export async function addressOfConsent(page: Page, context: BrowserContext): Promise<URL> {
  const asking = context.waitForEvent('request', (request) =>
    request.url().includes('/oauth/authorize'),
  );
  await page
    .getByRole('button', { name: /Connect/ })
    .first()
    .click();
  return new URL((await asking).url());
}
