import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LINES = 30;

/** What n8n notes for its own audit: long, and of no help. */
const AUDIT = 'n8nEventLog.log';

/** How a log ends. */
export async function lastLines(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n').slice(-LINES).join('\n');
}

/** How every log in a folder ends, for whoever looks into a run that failed on another machine. */
export async function endsOfLogs(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter(({ name }) => name.endsWith('.log') && name !== AUDIT)
    .filter(({ parentPath }) => !parentPath.includes('node_modules'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const ends = files.map(async (file) => `--- ${file}\n${await lastLines(file)}\n`);
  return (await Promise.all(ends)).join('');
}
