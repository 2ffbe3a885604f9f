import { unaccounted } from '../oracle/accounted';
import { askedWrites } from './asked';
import { SERIAL, type ChoicesCase } from './case';
import { heldBack, objectionsToForeseenLinks } from './foreseenLinks';
import { modelOf, type Expectation } from './model';
import type { ChoicesEvidence } from './run';
import { differing, endOf, isAlike, jsonOf, leavingByIndex, toldBy } from './told';

const READS = ['properties', 'read', 'search', 'owners', 'pipelines', 'associationLabels'];

const FORESEEN: Readonly<Record<string, string>> = {
  wouldCreate: 'created',
  wouldUpdate: 'updated',
};

/** What speaks against a dry run, beside the run that followed on what HubSpot held. */
export function objectionsToDryRun(
  given: ChoicesCase,
  dry: ChoicesEvidence,
  real: ChoicesEvidence,
): string[] {
  if (dry.outcome === undefined || real.outcome === undefined) return ['a run did not end'];
  const others = dry.log.filter(({ operation = '' }) => !READS.includes(operation));
  return [
    ...others.map(({ method, path }) => `the dry run sent ${method} ${path}`),
    ...dry.history.map(({ recordId }) => `the dry run wrote to ${recordId}`),
    ...unaccounted(dry.outcome, given),
    ...otherEnds(given, dry, real),
    ...objectionsToForeseenLinks(given, dry, real),
  ];
}

function otherEnds(given: ChoicesCase, dry: ChoicesEvidence, real: ChoicesEvidence): string[] {
  const [foreseen, happened] = [leavingByIndex(given, dry), leavingByIndex(given, real)];
  const { writes } = askedWrites(given, heldBack(given, dry));
  const { expectations } = modelOf(given, writes, dry.before);
  return [...given.rows.keys()].flatMap((index) => {
    const expectation = expectations.find(({ write }) => write.indexes.includes(index));
    if (expectation?.isShared && !isInOrder(given)) return [];
    if (expectation && isBesideTaken(expectation, expectations, given)) return [];
    const [would, did] = [endOf(foreseen.get(index)), endOf(happened.get(index))];
    const told = toldBy(foreseen.get(index));
    if (told === undefined) {
      return would === did ? [] : [`item ${index} would be ${would} and is ${did}`];
    }
    const isRead = did === 'written' && given.account.echo !== 'traceIds';
    const isRefused = happened.get(index) && toldBy(happened.get(index)) === undefined;
    const wanted = FORESEEN[would];
    if (wanted === undefined) {
      return would === did ? [] : [`item ${index} would be ${would} and is ${did}`];
    }
    // What HubSpot alone can tell: that another record owns a value.
    const isTaken = expectation !== undefined && 'category' in expectation.becomes;
    if (isRefused && isTaken) return [];
    if (did !== wanted && !isRead) return [`item ${index} would be ${would} and is ${did}`];
    // What HubSpot holds in the end other items wrote as well.
    if (given.options.duplicates === 'sequence' || expectation?.isShared) return [];
    return wrongForeseen(index, { given, dry, real }, toldBy(happened.get(index))?.id);
  });
}

/** Two keys of one contact write to it in an order that nobody foresees, but in one batch. */
function isInOrder({ options, rows }: ChoicesCase): boolean {
  return options.batchSize >= rows.length && options.maxConcurrency === 1;
}

/**
 * What HubSpot alone refuses is missing where another write to the record comes: a later one of its
 * sequence, or one under another address of the contact.
 */
function isBesideTaken(
  own: Expectation,
  expectations: readonly Expectation[],
  { target }: ChoicesCase,
): boolean {
  const keyOf = ({ write }: Expectation) => target.comparedAs(write.id);
  return expectations.some(
    (other) =>
      other !== own &&
      other.write.values.has(SERIAL.property) &&
      (keyOf(other) === keyOf(own) || (own.isShared && other.record === own.record)),
  );
}

interface Runs {
  given: ChoicesCase;
  dry: ChoicesEvidence;
  real: ChoicesEvidence;
}

/** The changes told before are those that HubSpot's store shows afterwards. */
function wrongForeseen(index: number, { given, dry, real }: Runs, id: string | undefined) {
  const told = toldBy(leavingByIndex(given, dry).get(index));
  if (id === undefined || told === undefined) return [];
  const before = dry.before.get(id) ?? {};
  const after = real.after.get(id) ?? {};
  const changes = told.changes ?? {};
  const names = new Set([...Object.keys(changes), ...differing(before, after, given)]);
  return [...names].flatMap((name) => {
    const { from, to } = changes[name] ?? { from: undefined, to: undefined };
    const isRight =
      from !== undefined &&
      (from ?? '') === (before[name] ?? '') &&
      isAlike(name, to, after[name] ?? '', given);
    const shown = `${jsonOf(before[name])} to ${jsonOf(after[name])}`;
    return isRight
      ? []
      : [`item ${index} would change ${name} ${jsonOf(changes[name])}, and it changes ${shown}`];
  });
}
