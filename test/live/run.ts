import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, type Surroundings } from '../../live/program';
import type { Verdict } from '../../live/tryFacts';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { sandboxForTest } from '../support/sandbox';

/** What the report says of one fact. */
export interface Reported {
  name: string;
  verdict: Verdict;
  seen: string;
  answer?: { status: number; body: unknown };
}

export interface Finished {
  code: number;
  printed: string;
  complained: string;
  /** All files of the report, one after the other. */
  report: string;
  facts: Reported[];
}

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** A test account: 2026-09 insists on what HubSpot's docs say that deals need. */
export async function testAccount(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await sandboxForTest({
    rateLimit: { perWindow: 100_000, windowMs: 1_000, daily: 1_000_000, kind: 'rolling' },
    searchRateLimit: null,
    ...options,
  });
  sandbox.store.requireProperties('deals', 'pipeline', 'dealstage');
  return sandbox;
}

/** Runs `npm run live` in this process, without its pauses. */
export async function runLive(
  sandbox: Sandbox,
  args: string[] = ['--yes'],
  changes: Partial<Surroundings> = {},
): Promise<Finished> {
  const folder = await mkdtemp(join(tmpdir(), 'live-'));
  folders.push(folder);
  const written = { printed: '', complained: '' };
  const code = await runProgram(
    ['--pause', '0', '--base-url', sandbox.baseUrl, '--out', folder, ...args],
    {
      env: { HUBSPOT_SERVICE_KEY: sandbox.tokens.serviceKey() },
      print: (line) => (written.printed += `${line}\n`),
      complain: (line) => (written.complained += `${line}\n`),
      ask: undefined,
      signal: new AbortController().signal,
      searchLagMs: 0,
      ...changes,
    },
  );
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const json = texts[names.findIndex((name) => name.endsWith('.json'))];
  const { facts } = (json === undefined ? { facts: [] } : JSON.parse(json)) as {
    facts: Reported[];
  };
  return { code, ...written, report: texts.join('\n'), facts };
}

export function namesOf(facts: readonly Reported[], verdict: Verdict): string[] {
  return facts.filter((fact) => fact.verdict === verdict).map(({ name }) => name);
}

/** Everything that a run could leave behind. */
export function holdings({ store }: Sandbox) {
  const types = ['contacts', 'companies', 'deals'];
  return {
    records: types.flatMap((type) => store.records(type).map(({ id }) => id)),
    properties: types.flatMap((type) => store.properties(type).map(({ name }) => name)),
    associations: store.associations.all('contacts', 'companies').length,
  };
}
