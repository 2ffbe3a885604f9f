import type { RecordWrite } from '../model/record';

/**
 * The search for the records to blame in a batch that HubSpot refused whole without naming any.
 * Plain data: `nextGroup` says what to send, the others take the answer in.
 */
export interface Search {
  /** Nobody knows whether there is an offender among these. */
  unknown: readonly RecordWrite[];
  /** There is an offender among these, or none where it is empty. */
  suspects: readonly RecordWrite[];
  /** Records found to blame, and records found good. */
  bad: number;
  good: number;
  /** Requests that the search may still spend beyond one for each record that is left. */
  spare: number;
}

/**
 * A search costs no more than one request for each record, and these. Wherever k offenders lie, the
 * bound of 2 + 2k·log2(100/k) holds for k below this number; but a batch that is bad throughout
 * costs so many requests more.
 */
const SPARE = 13;

/**
 * What is taken as seen before anything is: the share of offenders to begin with, and how fast it
 * gives way to what is seen. Found by trying, as the odds below: the test of this file goes through
 * every way in which offenders can lie.
 */
const ASSUMED = { bad: 0.75, seen: 3 };

/** How many offenders a group may be expected to hold. */
const EXPECTED_IN_A_GROUP = 0.6;

export function startGroupTest(refused: readonly RecordWrite[]): Search {
  return { unknown: [], suspects: refused, bad: 0, good: 0, spare: SPARE };
}

/**
 * As many records as are probably good together, going by those seen so far, and half of the
 * suspects at most: more than half tells less (F. K. Hwang, "A method for detecting all defective
 * members in a population by group testing"). Where offenders are frequent, or groups were refused
 * too often, one record at a time.
 *
 * @returns What to send next; nothing where every record is accounted for.
 */
export function nextGroup(search: Search): readonly RecordWrite[] {
  const { unknown, suspects, bad, good, spare } = search;
  const seen = ASSUMED.seen + bad + good;
  const fewEnough = Math.floor((EXPECTED_IN_A_GROUP * seen) / (ASSUMED.bad + bad));
  const half = suspects.length > 0 ? Math.floor(suspects.length / 2) : unknown.length;
  const size = spare > 0 ? Math.max(1, Math.min(fewEnough, half)) : 1;
  return (suspects.length > 0 ? suspects : unknown).slice(0, size);
}

/** The records that no answer has told of yet, in the order in which they are sent. */
export function leftIn({ suspects, unknown }: Search): RecordWrite[] {
  return [...suspects, ...unknown];
}

/** The group was written, so the offender is among the other suspects. */
export function afterPass(search: Search, group: readonly RecordWrite[]): Search {
  const good = search.good + group.length;
  const spare = search.spare + group.length - 1;
  return search.suspects.length > 0
    ? { ...search, good, spare, suspects: search.suspects.slice(group.length) }
    : { ...search, good, spare, unknown: search.unknown.slice(group.length) };
}

/** The group was refused: a record that stands alone is to blame, others are under suspicion. */
export function afterRefusal(search: Search, group: readonly RecordWrite[]): Search {
  const unknown = leftIn(search).slice(group.length);
  return group.length === 1
    ? { ...search, unknown, suspects: [], bad: search.bad + 1 }
    : { ...search, unknown, suspects: group, spare: search.spare - 1 };
}

/** The group was refused by name, and settled: nothing is known any more of the other suspects. */
export function afterNaming(search: Search, group: readonly RecordWrite[]): Search {
  return { ...search, unknown: leftIn(search).slice(group.length), suspects: [] };
}
