import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Finished {
  code: number | null;
  stdout: string;
  /** Without what npm itself has to say. */
  stderr: string;
}

const ROOT = resolve(__dirname, '../..');

/** Runs `npm run demo -- …` as a user would, in a pipe, on a build server too (which sets CI). */
export async function runDemo(...args: string[]): Promise<Finished> {
  const env = { ...process.env, CI: 'true' };
  const child = spawn('npm', ['run', '--silent', 'demo', '--', ...args], { cwd: ROOT, env });
  const exit = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr: stderr.replaceAll(/^npm .*\n/gm, '') };
}

/** A folder for one test file, with a way to put files into it. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  return {
    folder,
    file: (name: string, content: string | Uint8Array) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
