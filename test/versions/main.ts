import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { engine, newest, OLDEST } from './engines';

const PROJECT = resolve(__dirname, '../..');

/** Of the end-to-end tests, those that show most in the least time. */
const SHORT_E2E = ['serviceKey', 'webhook', 'errorLoop'];

/** What an engine does for the node and others do not: credentials, requests, expressions, outputs. */
const SHORT = [
  'description',
  'methods',
  ...['credential', 'requests', 'lostAnswers', 'output'].map((folder) => `scenarios/${folder}`),
];

/**
 * `npm run test:versions [-- oldest | newest | VERSION …]`: the tests that run the node in n8n's engine, on
 * the oldest and the newest version of it; and, with the newest or without any name, a short end-to-end run.
 * With `--short` only those that show most of an engine.
 */
function main(args: readonly string[]): void {
  const wanted = args.filter((arg) => arg !== '--short');
  const only = args.includes('--short') ? SHORT : [];
  const names = wanted.length === 0 ? ['oldest', 'newest'] : wanted;
  const results = names.map((name) => onEngine(versionOf(name), only));
  if (names.includes('newest')) results.push(run('npm', ['run', 'e2e', '--', ...SHORT_E2E]));
  process.stdout.write(`\n${results.map(({ what, passed }) => line(what, passed)).join('')}`);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}

function versionOf(name: string): string {
  if (name === 'oldest') return OLDEST;
  return name === 'newest' ? newest() : name;
}

function onEngine(version: string, only: readonly string[]) {
  const tests = only.map((folder) => `test/${folder}/`);
  const jest = ['jest', '--config', 'test/versions/jest.config.js', ...tests];
  const { passed } = run('npx', jest, { N8N_ENGINE: engine(version) });
  return { what: `engine ${version} (n8n-core)`, passed };
}

function run(program: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(program, args, {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return { what: [program, ...args].join(' '), passed: status === 0 };
}

function line(what: string, passed: boolean): string {
  return `${passed ? 'passed' : 'FAILED'}  ${what}\n`;
}

main(process.argv.slice(2));
