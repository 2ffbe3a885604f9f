import type { Locator, Page } from 'playwright-core';
import { marked } from './editor';
import { boxOf, takePicture } from './picture';
import type { Theme } from './theme';

/** What comes in and how the node is set up, with labels that are whole, down to its options or before. */
export async function takePictureOfSetUp(
  page: Page,
  name: string,
  theme: Theme,
  downTo = marked(page, 'node-parameters').getByText('Options').last(),
): Promise<void> {
  await movePanel(page, 570);
  await dragBy(page, marked(marked(page, 'ndv'), 'resize-handle').last(), 180);
  const of = [marked(page, 'ndv-input-panel'), marked(page, 'node-parameters')];
  await takePicture(page, name, { theme, of, downTo });
}

/** What comes out, down to the end of the first item. */
export async function takePictureOfOutput(page: Page, name: string, theme: Theme): Promise<void> {
  await movePanel(page, 430);
  const output = marked(page, 'output-panel');
  const downTo = output.locator('tbody tr').first();
  await takePicture(page, name, { theme, of: [output], downTo });
}

/** A message of the node as its user reads it. */
export async function takePictureOfMessage(page: Page, name: string): Promise<void> {
  const output = marked(page, 'output-panel');
  const downTo = marked(output, 'node-error-message');
  await takePicture(page, `messages/${name}`, { of: [output], downTo });
}

/** Moves the parameters by the handle above them, which leaves the width to what is beside them. */
async function movePanel(page: Page, toX: number): Promise<void> {
  const handle = marked(page, 'panel-drag-button');
  await dragBy(page, handle, toX - (await boxOf(handle)).x);
}

async function dragBy(page: Page, handle: Locator, distance: number): Promise<void> {
  const { x, y, width, height } = await boxOf(handle);
  const [fromX, fromY] = [x + width / 2, y + height / 2];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + distance, fromY, { steps: 10 });
  await page.mouse.up();
}
