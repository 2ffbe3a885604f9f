import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

export interface Counts {
  passed: number;
  failed: number;
  /** Each test that failed, and why. */
  failures: string[];
}

const SCENARIOS = resolve(__dirname, '../scenarios');
const TIMEOUT_MS = 15 * 60_000;

/**
 * Runs the scenario files one after the other, each in a process of its own.
 *
 * @param wanted parts of file names; none runs all
 */
export async function runScenarios(wanted: readonly string[]): Promise<Counts> {
  const files = readdirSync(SCENARIOS)
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .map((name) => join(SCENARIOS, name));
  const counts: Counts = { passed: 0, failed: 0, failures: [] };
  const tests = run({ files, concurrency: 1, timeout: TIMEOUT_MS });
  tests.on('test:pass', (test) => {
    if (isScenario(test)) counts.passed += 1;
  });
  tests.on('test:fail', ({ name, details: { error } }) => {
    counts.failed += 1;
    counts.failures.push(`${name}: ${String(error.cause ?? error)}`);
  });
  const report = tests.pipe(new spec());
  report.pipe(process.stdout, { end: false });
  await finished(report, { writable: false });
  return counts;
}

/** Neither a suite nor a file nor a test that was left out. */
function isScenario({ details, skip, name }: TestEvent): boolean {
  return details.type !== 'suite' && skip === undefined && !name.endsWith('.test.ts');
}

interface TestEvent {
  name: string;
  skip?: string | boolean;
  details: { type?: string };
}
