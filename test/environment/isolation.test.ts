import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

interface Results {
  testResults: { assertionResults: { title: string; status: string }[] }[];
}

it('of what a file of tests changes on its process and on packages, the next one finds nothing', () => {
  const config = 'test/environment/isolation/jest.config.js';
  const output = execFileSync('npx', ['jest', '--config', config, '--runInBand', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, ROOT, TZ: 'UTC', TZ_BEFORE: 'UTC' },
  });
  const { testResults } = JSON.parse(output) as Results;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(tests.map(({ title }) => title)).toEqual([
    'after 0 other files in this process, there is no trace',
    'it leaves traces',
    'after 1 other files in this process, there is no trace',
    'it leaves traces',
  ]);
  expect(tests.every(({ status }) => status === 'passed')).toBe(true);
});
