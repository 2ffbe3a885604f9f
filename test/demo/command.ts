import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { demonstrate } from '../../sandbox/demo/demonstrate';
import { runProgram } from '../../sandbox/demo/program';

export interface Finished {
  code: number | null;
  stdout: string;
  /** Without what npm itself has to say. */
  stderr: string;
}

const ROOT = resolve(__dirname, '../..');

/** Runs `npm run demo -- …` as a user would, in a pipe, on a build server too (which sets CI). */
export async function npmRunDemo(...args: string[]): Promise<Finished> {
  const env = { ...process.env, CI: 'true' };
  const child = spawn('npm', ['run', '--silent', 'demo', '--', ...args], { cwd: ROOT, env });
  const exit = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr: stderr.replaceAll(/^npm .*\n/gm, '') };
}

/** Runs the same program in this process, which is quicker by some seconds. */
export async function runDemo(...args: string[]): Promise<Finished> {
  const written = { stdout: '', stderr: '' };
  const output = {
    print: (line: string) => (written.stdout += `${line}\n`),
    complain: (line: string) => (written.stderr += `${line}\n`),
    isTerminal: false,
    hasColors: false,
  };
  const code = await runProgram(args, output, () => Promise.resolve({ demonstrate }));
  return { code, ...written };
}
