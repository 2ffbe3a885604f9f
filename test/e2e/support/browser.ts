import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM } from './debianPackages';
import { pictureOfFailure } from './picture';
import { removeFolder } from './removeFolder';
import type { Session } from './restApi';
import type { Theme } from './theme';

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

const WINDOW = { width: 1600, height: 1000 };

/** A browser in which n8n's owner is logged in. */
export interface Browser {
  context: BrowserContext;
  page: Page;
}

/** Opens a browser for a story, and closes it whatever happens; of a failure it takes a picture. */
export async function inBrowser(
  { baseUrl, cookie }: Session,
  story: (browser: Browser) => Promise<void>,
  theme: Theme = 'light',
): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'hubspot-e2e-chromium-'));
  try {
    const context = await openContext(profile, theme);
    try {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: baseUrl }]);
      const page = context.pages()[0] ?? (await context.newPage());
      await story({ context, page }).catch(async (error: unknown) => {
        await pictureOfFailure(page);
        throw error;
      });
    } finally {
      await context.close();
    }
  } finally {
    await removeFolder(profile);
  }
}

async function openContext(profile: string, theme: Theme): Promise<BrowserContext> {
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
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context;
}
