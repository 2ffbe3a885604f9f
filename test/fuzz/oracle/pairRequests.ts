import type { LogEntry } from '../../../sandbox/hubspot/log';
import { afterRead, consequences, isDoubtful, requestsFor, sum } from './budget';
import { groupBy } from './groupBy';
import type { Trial } from './truth';

const MOST_PAIRS = 100;
const MOST_KEYS = 100;

/**
 * What associations cost, each request beyond the fewest with its cause in the log:
 * - other records are found by one read for a hundred keys of one property, labels by one for two types;
 * - pairs of two object types and the same labels travel by hundreds;
 * - what a request leaves open is read once, page by page, for all of its pairs.
 */
export function overspentOnPairs(trial: Trial): string[] {
  const { evidence, given } = trial;
  if (given.associating === undefined) return [];
  const { account } = given.associating;
  const of = (operation: string) => evidence.log.filter((entry) => entry.operation === operation);
  const associates = of('associate');
  const lookUps = lookUpsOf(trial);
  const reads = of('readAssociations');
  const labels = of('associationLabels');
  const mostPairs = wasToldSmaller(associates, trial) ? 1 : account.mostPairs;
  const allowed = {
    lookUps:
      fewestLookUps(lookUps) +
      sum(lookUps.map((entry) => afterRead(entry, given.account.mostInputs))),
    labels: new Set(labels.map(({ path }) => path)).size + labels.filter(isDoubtful).length,
    associate:
      fewestAssociates(associates, mostPairs) +
      sum(associates.map((entry) => consequences(entry, entry.pairs.length, account.mostPairs))),
    readAssociations:
      associates.filter(leavesOpen).length * mostPages(trial) + reads.filter(isDoubtful).length,
  };
  const spent = {
    lookUps: lookUps.length,
    labels: labels.length,
    associate: associates.length,
    readAssociations: reads.length,
  };
  return Object.entries(spent).flatMap(([operation, count]) => {
    const limit = allowed[operation as keyof typeof allowed];
    return count > limit ? [`${count} requests for ${operation}, ${limit} at most`] : [];
  });
}

/** No request has more pairs than HubSpot is known to take, nor one of them twice. */
export function wrongPairRequests({ evidence }: Trial): string[] {
  return evidence.log
    .filter(({ operation }) => operation === 'associate')
    .flatMap(({ seq, pairs }) => {
      const distinct = new Set(pairs.map(({ fromId, toId }) => `${fromId}>${toId}`));
      return [
        ...(pairs.length > MOST_PAIRS ? [`request ${seq} has ${pairs.length} pairs`] : []),
        ...(distinct.size < pairs.length ? [`request ${seq} has the same pair twice`] : []),
      ];
    });
}

/** Without faults a pair is sent again only where HubSpot refused the whole request that held it. */
export function pairsSentTwice({ evidence }: Trial): string[] {
  const answered = new Set<string>();
  return evidence.log
    .filter(({ operation }) => operation === 'associate')
    .flatMap((entry) => {
      const keys = entry.pairs.map(({ fromId, toId }, place) =>
        [entry.path, typesOf(entry, place), fromId, toId].join(' '),
      );
      const again = keys.filter((key) => answered.has(key));
      if (entry.status !== null && entry.status < 300) keys.forEach((key) => answered.add(key));
      return again.map((key) => `request ${entry.seq} repeats ${key}`);
    });
}

/** What is read before the first upsert. */
function lookUpsOf({ evidence: { log } }: Trial): LogEntry[] {
  const first = log.find(({ operation }) => operation === 'upsert')?.seq ?? Infinity;
  return log.filter(({ operation, seq }) => operation === 'read' && seq < first);
}

function fewestLookUps(lookUps: readonly LogEntry[]): number {
  const byProperty = groupBy(lookUps, ({ objectType, body }) =>
    [objectType, (body as { idProperty?: string }).idProperty].join(),
  );
  return sum(
    [...byProperty.values()].map((entries) => {
      const keys = new Set(entries.flatMap(({ inputIds }) => inputIds));
      return Math.ceil(keys.size / MOST_KEYS);
    }),
  );
}

function fewestAssociates(associates: readonly LogEntry[], mostPairs: number): number {
  const byTarget = new Map<string, Set<string>>();
  for (const entry of associates) {
    for (const [place, { fromId, toId }] of entry.pairs.entries()) {
      const target = `${entry.path} ${typesOf(entry, place)}`;
      byTarget.set(target, (byTarget.get(target) ?? new Set()).add(`${fromId}>${toId}`));
    }
  }
  return sum([...byTarget.values()].map(({ size }) => requestsFor(size, MOST_PAIRS, mostPairs)));
}

function typesOf({ body }: LogEntry, place: number): string {
  const { inputs } = body as { inputs: Array<{ types?: unknown }> };
  return JSON.stringify(inputs[place]?.types ?? '');
}

/** Did a fault say that requests are too large? Then smaller ones are sent for the rest of the run. */
function wasToldSmaller(associates: readonly LogEntry[], { given }: Trial): boolean {
  const areTold = given.faults
    .flatMap((order) => order.do)
    .some((action) => action.kind === 'refusal' && action.message.startsWith('The maximum number'));
  return associates.some(
    ({ status, faults }) => status === 413 || (areTold && faults.includes('refusal')),
  );
}

/** Does the answer, as far as it can be trusted, not tell of every pair that it is there? */
function leavesOpen(entry: LogEntry): boolean {
  return isDoubtful(entry) || entry.associated.length < entry.pairs.length;
}

/** The associations of one record come in so many pages at most. */
function mostPages({ evidence, given }: Trial): number {
  const { pageSize } = given.associating!.account;
  const byRecord = groupBy(evidence.links, ({ fromId, toObjectType }) => fromId + toObjectType);
  return Math.max(1, ...[...byRecord.values()].map(({ length }) => Math.ceil(length / pageSize)));
}
