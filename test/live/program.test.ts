import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/sandbox';
import { holdings, testAccount } from './run';

const ROOT = join(__dirname, '../..');

test('Ctrl+C, which npm gets too, ends it with everything removed', async () => {
  const sandbox = await testAccount({ latency: { minMs: 20, maxMs: 20 } });
  const before = holdings(sandbox);
  const folder = await mkdtemp(join(tmpdir(), 'live-'));
  const args = ['--yes', '--pause', '0', '--base-url', sandbox.baseUrl, '--out', folder];
  const npm = spawn('npm', ['run', '--silent', 'live', '--', ...args], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, HUBSPOT_SERVICE_KEY: sandbox.tokens.serviceKey() },
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (chunk) => (output += String(chunk)));
  }
  const closed = new Promise((resolve) => npm.once('close', resolve));

  await until(() => sandbox.store.count('contacts') > 0);
  process.kill(-npm.pid!, 'SIGINT');
  await closed;
  await rm(folder, { recursive: true });

  expect(output).toContain('Stopping; what was made is removed first.');
  expect(output).toMatch(/[1-9]\d* could not be tried\. Removed: [1-9]\d* records, 4 properties\./);
  expect(holdings(sandbox)).toEqual(before);
}, 300_000);
