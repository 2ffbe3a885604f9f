import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import axios from 'axios';

const ROOT = join(__dirname, '../..');

function sandboxProgram(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', 'sandbox/hubspot/main.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1' },
  });
}

/** What the program wrote until the pattern was seen. */
async function outputUntil(program: ChildProcessWithoutNullStreams, pattern: RegExp) {
  let output = '';
  for await (const chunk of program.stdout) {
    output += String(chunk);
    if (pattern.test(output)) break;
  }
  return output;
}

test('it prints a key that works, and ends cleanly when told', async () => {
  const program = sandboxProgram('--port', '0');
  const output = await outputUntil(program, /To try/);
  const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  const key = /pat-na1-\S+/.exec(output)?.[0] ?? '';
  const answer = await axios.get(`${baseUrl}/account-info/v3/details`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  expect(answer.status).toBe(200);

  program.kill('SIGTERM');
  expect(await once(program, 'exit')).toEqual([0, null]);
}, 300_000);

test('it refuses a bad flag with a message and exit code 2', async () => {
  const program = sandboxProgram('--limit', 'many');
  let errors = '';
  program.stderr.on('data', (chunk) => (errors += String(chunk)));

  expect(await once(program, 'close')).toEqual([2, null]);
  expect(errors).toMatch(/--limit must be a whole number, not "many"/);
}, 300_000);
