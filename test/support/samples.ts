import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from './answers';

/** Folder of answers that HubSpot really gave; tests of them are left out where it is unset. */
export const SAMPLES_DIR = process.env.HUBSPOT_SAMPLES_DIR;

/** A test of what the node does with one answer of the folder, its status taken from the name. */
export function itWithSample(
  file: string,
  says: string,
  check: (sample: Reply & { body: object }) => Promise<void>,
): void {
  const itWhereGiven = SAMPLES_DIR === undefined ? it.skip : it;
  itWhereGiven(`${says} (${file})`, async () => {
    const body = JSON.parse(readFileSync(join(SAMPLES_DIR ?? '', file), 'utf8')) as object;
    await check({ status: Number(/\.(\d{3})\./.exec(file)?.[1]), body });
  });
}
