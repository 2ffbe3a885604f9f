import { rm } from 'node:fs/promises';

/** Removes a folder in which a program that has just ended may still have been writing. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
