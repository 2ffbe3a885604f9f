import { parseArgs } from 'node:util';

export const SCENARIOS = [
  'alone',
  'peers',
  'bad',
  'shared',
  'cost',
  'echo',
  'deals',
  'webhooks',
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export const USAGE = `npm run bench [-- options]

Measures the HubSpot Batch Upsert node on this project's HubSpot sandbox, side by side with other
ways to do the same job; the HubSpot node that comes with n8n is one of them where \`npm run e2e\` or
\`npm run dev\` has installed n8n. Takes three quarters of an hour; needs two idle cores.

  --short        a fifth of everything (window, latency, records), in some minutes, for CI
  --only NAME    one scenario: ${SCENARIOS.join(', ')}; repeatable
  --check        exit code 1 where a bound is missed
  --out DIR      where RESULTS.md and its charts go (default: bench for a whole run,
                 reports/bench for a part of one)
  --help         this text

  alone     100,000 line items by the node alone, at 190 and at 110 requests in 10 seconds
  peers     the same work by what a user would do instead
  bad       the same with 1 % of records that HubSpot refuses
  shared    two, four and eight processes on one account, and beside a foreign consumer
  cost      what the node itself costs, without network
  echo      requests and reads a batch where HubSpot does not say whose a result is
  deals     100,000 line items, each associated with one of 1,000 deals
  webhooks  1,000 executions at once with one record each, 30 a second, and 5 a second
`;

/** What the command line asks for. */
export type Command =
  | { kind: 'run'; isShort: boolean; isChecked: boolean; only: ScenarioName[]; out: string }
  | { kind: 'help' }
  | { kind: 'unusable'; message: string };

/** @param args Without the program's name. */
export function parseCommandLine(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        short: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] as string[] },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const only = values.only.map(scenarioNamed);
    const isWhole = only.length === 0 && !values.short;
    return {
      kind: 'run',
      isShort: values.short,
      isChecked: values.check,
      only: only.length > 0 ? only : [...SCENARIOS],
      out: values.out ?? (isWhole ? 'bench' : 'reports/bench'),
    };
  } catch (error) {
    return { kind: 'unusable', message: error instanceof Error ? error.message : String(error) };
  }
}

function scenarioNamed(text: string): ScenarioName {
  const name = SCENARIOS.find((candidate) => candidate === text);
  if (name === undefined) {
    throw new Error(`--only must be one of ${SCENARIOS.join(', ')}, not "${text}"`);
  }
  return name;
}
