import type { RecordSnapshot } from '../hubspot/crm/recordSnapshot';
import type { LogEntry } from '../hubspot/log';
import type { Check, Outputs } from './checks';
import type { Expectation, RowOutcome } from './expectation';
import { rowOf } from './failures';

/** What may be asked of HubSpot without changing anything that it holds. */
const READS = [
  ...['properties', 'owners', 'pipelines', 'associationLabels'],
  ...['read', 'search', 'readAssociations', 'token'],
];

const number = (value: number) => value.toLocaleString('en-US');

/** Every row on Success says of its record what became of it, or in a dry run what would. */
export function checkOutcomes(
  { success }: Outputs,
  { outcomes }: Pick<Expectation, 'outcomes'>,
  isDryRun: boolean,
): Check {
  const objections = success.flatMap((item) => {
    const expected = outcomes.get(rowOf(item));
    const { outcome = 'nothing' } = (item.json.hubspot ?? {}) as { outcome?: string };
    const wanted: string[] = expected === undefined ? [] : told(expected, isDryRun);
    return wanted.includes(outcome)
      ? []
      : [`row ${rowOf(item) + 1} says ${outcome}, not ${wanted[0] ?? 'that it failed'}`];
  });
  const counts = new Map<string, number>();
  for (const outcome of outcomes.values()) {
    const [word = ''] = told(outcome, isDryRun);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const kinds = [...counts].map(([outcome, count]) => `${number(count)} ${outcome}`);
  return {
    statement: `every row says truly what ${isDryRun ? 'would become' : 'became'} of its record: ${kinds.join(', ') || 'none was good'}`,
    objections,
  };
}

/** Nothing of the account is otherwise than before, and no request was sent that could change it. */
export function checkUntouched(
  stored: readonly RecordSnapshot[],
  before: readonly RecordSnapshot[],
  log: readonly Pick<LogEntry, 'operation'>[],
): Check {
  const known = new Map(before.map((record) => [record.id, JSON.stringify(record)]));
  const held = new Set(stored.map(({ id }) => id));
  const writes = log.filter(({ operation = 'an unknown one' }) => !READS.includes(operation));
  return {
    statement: `nothing was written: ${number(before.length)} records are as before, and none of ${number(log.length)} requests writes`,
    objections: [
      ...stored
        .filter((record) => known.get(record.id) !== JSON.stringify(record))
        .map(({ id }) => `${id} is not as before`),
      ...before.filter(({ id }) => !held.has(id)).map(({ id }) => `${id} is gone`),
      ...writes.map(({ operation }) => `a request was sent to ${operation}`),
    ],
  };
}

/** An outcome in the words of the node; a record may be read back instead of answered for. */
function told(outcome: RowOutcome, isDryRun: boolean): string[] {
  switch (outcome) {
    case 'created':
      return isDryRun ? ['wouldCreate'] : ['created', 'written'];
    case 'updated':
      return isDryRun ? ['wouldUpdate'] : ['updated', 'written'];
    default:
      return [outcome];
  }
}
