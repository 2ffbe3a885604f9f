import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UnusableInput } from './unusableInput';

const REASONS: Partial<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  EEXIST: 'it is a file, not a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'there is a folder of that name',
};

/**
 * Tries to open a file for writing and leaves everything as it was, so that a long run does not end
 * with rows that cannot be saved.
 *
 * @param option What the user wrote, for the message.
 * @throws UnusableInput
 */
export async function requireWritable(path: string, option: string): Promise<void> {
  const isThere = existsSync(path);
  try {
    const made = await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a');
    await file.close();
    if (!isThere) await rm(path);
    if (made !== undefined) await rm(made, { recursive: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = REASONS[code] ?? `it cannot be written (${code})`;
    throw new UnusableInput(`${option}: ${path} cannot be saved, ${reason}`);
  }
}
