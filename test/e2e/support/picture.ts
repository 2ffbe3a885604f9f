import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Theme } from './browser';

/**
 * Takes a picture of the window into the folder that `E2E_PICTURES` names; no two runs give the same
 * bytes, so that without it `npm run e2e` leaves the checkout as it is.
 */
export async function takePicture(page: Page, name: string, theme: Theme = 'light'): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  for (const notice of await page.locator('.el-notification__closeBtn').all()) await notice.click();
  await page.waitForTimeout(700);
  const file = theme === 'light' ? `${name}.png` : `${name}-${theme}.png`;
  await page.screenshot({ path: join(folder, file) });
}
