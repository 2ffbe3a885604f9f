/**
 * What n8n-core reads from the environment when it is imported, so this file has to be imported
 * before it: the core then keeps its settings file in the temporary folder instead of the home
 * folder, and its log to itself.
 */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';

/** Nothing is encrypted with it: credentials stay in memory. */
const ENCRYPTION_KEY = 'an engine without a database';

const userFolder = join(tmpdir(), `n8n-engine-${process.getuid?.() ?? 'user'}`);
const settingsFile = join(userFolder, '.n8n', 'config');

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = ENCRYPTION_KEY;
process.env.N8N_LOG_LEVEL = 'silent';

if (!existsSync(settingsFile)) createSettings();

/** In one step, because several processes may start at once and n8n-core would read half a file. */
function createSettings(): void {
  const draft = `${settingsFile}.${process.pid}`;
  mkdirSync(join(userFolder, '.n8n'), { recursive: true });
  writeFileSync(draft, JSON.stringify({ encryptionKey: ENCRYPTION_KEY }), { mode: 0o600 });
  renameSync(draft, settingsFile);
}
