import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { say } from './say';
import type { Theme } from './theme';

export interface PictureOptions {
  theme?: Theme;
  /** What it shows, side by side; the whole window where it is left out. */
  of?: readonly Locator[];
  /** Cuts it off below this. */
  downTo?: Locator;
  /** How much of what lies around it is shown, in pixels. */
  margin?: number;
}

const BELOW_CUT = 12;

/** Links to the nodes beside the open one: they hang over the edges of the panels. */
const NEIGHBOURS = '[class*="floatingNodes"] { visibility: hidden; }';

/**
 * Takes a picture into the folder that `E2E_PICTURES` names; no two runs give the same bytes, so
 * that without it `npm run e2e` leaves the checkout as it is.
 */
export async function takePicture(
  page: Page,
  name: string,
  { theme = 'light', of, downTo, margin = 0 }: PictureOptions = {},
): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (!folder) return;
  const path = join(folder, theme === 'light' ? `${name}.png` : `${name}-${theme}.png`);
  await mkdir(dirname(path), { recursive: true });
  await closeNotices(page);
  await page.mouse.move(0, 0);
  // What folds out or fades has come to rest.
  await page.waitForTimeout(700);
  const clip = of && widened(await around(of, downTo), margin);
  await page.screenshot({ path, style: NEIGHBOURS, clip });
}

/** Closes what n8n announces; a click on it also closes a list that is open. */
export async function closeNotices(page: Page): Promise<void> {
  for (const notice of await page.locator('.el-notification__closeBtn').all()) await notice.click();
}

/** Says where the picture lies, so that it can be looked at on the machine where it failed. */
export async function pictureOfFailure(page: Page): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'hubspot-e2e-failure-')), 'window.png');
  const taken = await page.screenshot({ path }).catch(() => undefined);
  if (taken) say(`the window as it was: ${path}`);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The box that holds them all. */
async function around(shown: readonly Locator[], downTo?: Locator): Promise<Box> {
  const boxes = await Promise.all(shown.map(boxOf));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map(bottomOf));
  const cut = downTo ? bottomOf(await boxOf(downTo)) + BELOW_CUT : bottom;
  return { x, y, width: right - x, height: Math.min(bottom, cut) - y };
}

function bottomOf({ y, height }: Box): number {
  return y + height;
}

function widened({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.first().boundingBox();
  if (!box) throw new Error('it is not in the window');
  return box;
}
