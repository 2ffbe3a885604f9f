import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM } from './debianPackages';
import type { Session } from './restApi';

/** Those that keep Debian's Chromium from asking the outside for anything. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const WINDOW = { width: 1440, height: 900 };

/** A browser in which n8n's owner is logged in. */
export interface Browser {
  context: BrowserContext;
  page: Page;
  close(): Promise<void>;
}

export type Theme = 'light' | 'dark';

export async function openBrowser(
  { baseUrl, cookie }: Session,
  theme: Theme = 'light',
): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'hubspot-e2e-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: ARGUMENTS,
    viewport: WINDOW,
    colorScheme: theme,
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(20_000);
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: baseUrl }]);
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
