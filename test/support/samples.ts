import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from './answers';

/** Folder of answers that HubSpot really gave; tests of them are left out where it is unset. */
export const SAMPLES_DIR = process.env.HUBSPOT_SAMPLES_DIR;

/** Folder of more of them, that came later. */
export const ANSWERS_DIR = process.env.HUBSPOT_ANSWERS_DIR;

type Check = (sample: Reply & { body: object }) => Promise<void>;

/** A test of what the node does with one answer of the folder, its status taken from the name. */
export function itWithSample(file: string, says: string, check: Check): void {
  itWithFile(SAMPLES_DIR, file, says, check);
}

/** A test of what the node does with one of the later answers, its status taken from the name. */
export function itWithAnswer(file: string, says: string, check: Check): void {
  itWithFile(ANSWERS_DIR, file, says, check);
}

function itWithFile(folder: string | undefined, file: string, says: string, check: Check): void {
  const itWhereGiven = folder === undefined ? it.skip : it;
  itWhereGiven(`${says} (${file})`, async () => {
    const body = JSON.parse(readFileSync(join(folder ?? '', file), 'utf8')) as object;
    await check({ status: Number(/\.(\d{3})\./.exec(file)?.[1]), body });
  });
}
