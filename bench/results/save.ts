import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Section } from '../scenarios/section';
import { toSvg } from './chart';
import { thisMachine } from './machine';
import { toMarkdown } from './markdown';

/**
 * Writes `RESULTS.md` and its charts.
 *
 * @returns The Markdown file.
 */
export async function save(
  sections: readonly Section[],
  folder: string,
  isShort: boolean,
): Promise<string> {
  const file = join(folder, 'RESULTS.md');
  await mkdir(join(folder, 'charts'), { recursive: true });
  for (const chart of sections.flatMap(({ charts }) => charts)) {
    await writeFile(join(folder, 'charts', `${chart.name}.svg`), toSvg(chart));
  }
  await writeFile(file, await toMarkdown(sections, thisMachine(), { isShort, file }));
  return file;
}
