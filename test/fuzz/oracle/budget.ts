import type { LogEntry } from '../../../sandbox/hubspot/log';
import type { FuzzCase } from '../cases/fuzzCase';
import type { Evidence } from '../runCase';
import type { Trial } from './truth';

/** Upserts that one request that failed may bring about by being repeated. */
const AFTER_A_FAILURE = 1;

/** So many records may be read together with their histories. */
const HISTORIES = 50;

const REFUSALS = [400, 409, 413, 422];

/** Every request beyond the first of each batch has its cause in the log. */
export function overspent(trial: Trial): string[] {
  const { evidence, given } = trial;
  const mayNeedReading = (entry: LogEntry) => isDoubtful(entry) || !tellsWhose(entry, given);
  const firstLost = upsertsOf(evidence).findIndex(isDoubtful);
  // What is refused after an answer was lost is read back before the refusal is believed.
  const mayBeRefusedLate = (entry: LogEntry, index: number) =>
    firstLost >= 0 && index > firstLost && entry.written.length < entry.inputIds.length;
  const upserts = upsertsOf(evidence);
  const reads = readBacksOf(evidence);
  const properties = evidence.log.filter(
    ({ operation, objectType }) =>
      operation === 'properties' && objectType === given.target.objectType,
  );
  const allowed = {
    upsert: batches(trial) + sum(upserts.map((entry) => consequencesOf(entry, given))),
    read:
      upserts.filter((entry, index) => mayNeedReading(entry) || mayBeRefusedLate(entry, index))
        .length + sum(reads.map((entry) => afterRead(entry, given.account.mostInputs))),
    properties: 1 + properties.filter(isDoubtful).length,
  };
  const spent = { upsert: upserts.length, read: reads.length, properties: properties.length };
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

/** What is read before the first upsert are other records, to associate with. */
function readBacksOf(evidence: Evidence): LogEntry[] {
  const first = upsertsOf(evidence)[0];
  return evidence.log.filter(
    ({ operation, seq }) => operation === 'read' && first !== undefined && seq > first.seq,
  );
}

/** Requests that suffice where nothing goes wrong. */
export function batches({ writes, given, knowsProperties, evidence }: Trial): number {
  if (!knowsProperties) return given.rows.length;
  const rounds = new Map<number, number>();
  const seen = new Map<string, number>();
  for (const { id } of writes) {
    const round = seen.get(id) ?? 0;
    seen.set(id, round + 1);
    rounds.set(round, (rounds.get(round) ?? 0) + 1);
  }
  const most = wasToldSmaller(evidence, given) ? 1 : given.account.mostInputs;
  return sum(
    [...rounds.values()].map((count) => requestsFor(count, given.options.batchSize, most)),
  );
}

/** Batches of more inputs than HubSpot takes are sent in parts. */
export function requestsFor(records: number, batchSize: number, most: number): number {
  const rest = records % batchSize;
  const full = (records - rest) / batchSize;
  return full * Math.ceil(batchSize / most) + Math.ceil(rest / most);
}

/** Did a fault say that batches are too large? Then smaller ones are sent for the rest of the run. */
function wasToldSmaller({ log }: Evidence, { faults }: FuzzCase): boolean {
  const actions = faults.flatMap((order) => order.do);
  const areTold = actions.some(
    (action) => action.kind === 'refusal' && /^The maximum number/.test(action.message),
  );
  return log.some((entry) => entry.status === 413 || (areTold && entry.faults.includes('refusal')));
}

/** Does an answer that is as it should be tell whose each of its results is? */
function tellsWhose({ inputIds }: LogEntry, { account, options, target }: FuzzCase): boolean {
  if (account.echo === 'traceIds') return true;
  if (account.echo === 'bareV3' && options.apiVersion !== 'v3') return true;
  // Keys are sent among the properties, and so come back; a contact's address is not.
  return target.idProperty !== 'email' && !areAlike(inputIds);
}

/** Are there two among the keys that differ by case alone? */
function areAlike(keys: readonly string[]): boolean {
  const folded = keys.map((key) => key.normalize('NFKC').toUpperCase().toLowerCase().trim());
  return new Set(folded).size < keys.length;
}

/**
 * Reads that follow one: where it is refused as too large, the ids that it held, and as many that stand
 * behind them, are asked for in parts as small as HubSpot says.
 *
 * @param most Inputs that HubSpot takes.
 */
export function afterRead({ status, inputIds, faults }: LogEntry, most: number): number {
  const isTooLarge = status === 413 || (status === 400 && faults.includes('refusal'));
  if (isTooLarge) return 2 * inputIds.length;
  // Whatever else was ordered for it: a refusal has no results that a fault could change.
  if (status === 400 && inputIds.length > most) {
    return Math.ceil((2 * inputIds.length) / most);
  }
  if (!isDoubtful({ status, faults })) return 0;
  return status === 400 && inputIds.length > HISTORIES ? 2 : 1;
}

function consequencesOf(entry: LogEntry, { account }: FuzzCase): number {
  return consequences(entry, entry.inputIds.length, account.mostInputs);
}

/**
 * Requests that one request may bring about.
 *
 * @param inputs How many it held, of which HubSpot takes `most`.
 */
export function consequences({ status, faults }: LogEntry, inputs: number, most: number): number {
  if (status === 400 && faults.length === 0 && inputs > most) return AFTER_A_FAILURE;
  if (status !== null && REFUSALS.includes(status)) {
    if (inputs === 1) return AFTER_A_FAILURE;
    return faults.length > 0 ? searchForNobody(inputs) : searchWithin(inputs);
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

export function isDoubtful({ status, faults }: Pick<LogEntry, 'status' | 'faults'>): boolean {
  return faults.length > 0 || status === null || status < 200 || status >= 300;
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
