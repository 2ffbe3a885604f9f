import type { LogEntry } from '../../../sandbox/hubspot/log';
import type { Trial } from './truth';

/** Upserts that one request that failed may bring about by being repeated. */
const AFTER_A_FAILURE = 1;

const REFUSALS = [400, 409, 413, 422];

/** Every request beyond the first of each batch has its cause in the log. */
export function overspent(trial: Trial): string[] {
  const { evidence, given } = trial;
  // Without an echo, the answer to a write that leaves the id as it is does not say who is meant.
  const mayNeedReading = given.echoes ? isDoubtful : () => true;
  const firstLost = upsertsOf(evidence).findIndex(isDoubtful);
  // What is refused after an answer was lost is read back before the refusal is believed.
  const mayBeRefusedLate = (entry: LogEntry, index: number) =>
    firstLost >= 0 && index > firstLost && entry.written.length < entry.inputIds.length;
  const of = (operation: string) => evidence.log.filter((entry) => entry.operation === operation);
  const upserts = upsertsOf(evidence);
  const reads = of('read');
  const allowed = {
    upsert: batches(trial) + sum(upserts.map(consequences)),
    read:
      upserts.filter((entry, index) => mayNeedReading(entry) || mayBeRefusedLate(entry, index))
        .length + reads.filter(isDoubtful).length,
    properties: 1 + of('properties').filter(isDoubtful).length,
  };
  const spent = { upsert: upserts.length, read: reads.length, properties: of('properties').length };
  const most = (1 + given.options.maxRetries) * 2;
  return Object.entries(spent).flatMap(([operation, count]) => {
    const limit = allowed[operation as keyof typeof allowed];
    return count > limit || (operation === 'properties' && count > most)
      ? [`${count} requests for ${operation}, ${limit} at most`]
      : [];
  });
}

function upsertsOf({ log }: Trial['evidence']): LogEntry[] {
  return log.filter(({ operation }) => operation === 'upsert');
}

/** Requests that suffice where nothing goes wrong. */
export function batches({ writes, given, knowsProperties }: Trial): number {
  if (!knowsProperties) return given.rows.length;
  const rounds = new Map<number, number>();
  const seen = new Map<string, number>();
  for (const { id } of writes) {
    const round = seen.get(id) ?? 0;
    seen.set(id, round + 1);
    rounds.set(round, (rounds.get(round) ?? 0) + 1);
  }
  return sum([...rounds.values()].map((count) => Math.ceil(count / given.options.batchSize)));
}

function consequences({ status, inputIds, faults }: LogEntry): number {
  if (status !== null && REFUSALS.includes(status)) {
    if (inputIds.length === 1) return AFTER_A_FAILURE;
    return faults.length > 0 ? searchForNobody(inputIds.length) : searchWithin(inputIds.length);
  }
  return isDoubtful({ status, faults }) ? AFTER_A_FAILURE : 0;
}

/** A refused batch is halved down to a single record. */
function searchWithin(records: number): number {
  return Math.ceil(Math.log2(records)) + 3;
}

/** Refused by accident: all are good, and each group that passes only makes the others suspect. */
function searchForNobody(records: number): number {
  return 2 + Math.ceil(2 * Math.log2(records));
}

function isDoubtful({ status, faults }: Pick<LogEntry, 'status' | 'faults'>): boolean {
  return faults.length > 0 || status === null || status < 200 || status >= 300;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
