/**
 * Group testing: the search for the bad ones of a batch, records or pairs of them, that HubSpot refused
 * whole without naming any. Plain data: `nextGroup` says what to send, the others take the response in.
 */
export interface GroupTest<Member> {
  /** Nobody knows whether there is a bad one among these. */
  unknown: readonly Member[];
  /** There is a bad one among these, unless it is empty. */
  refusedTogether: readonly Member[];
  /** Records found bad, and records found good. */
  bad: number;
  good: number;
  /** Requests that the test may still spend beyond one for each record that is left. */
  spare: number;
}

/**
 * A test costs no more than one request for each record, and these. Wherever k bad records lie, the
 * bound of 2 + 2k·log2(100/k) holds for k below this number; but a batch that is bad throughout
 * costs so many requests more.
 */
const SPARE = 13;

/**
 * What is taken as seen before anything is: the share of bad records to begin with, and how fast it
 * gives way to what is seen. Found by trying, as the odds below: the test of this file goes through
 * every way in which bad records can lie.
 */
const ASSUMED = { bad: 0.75, seen: 3 };

/** How many bad records a group may be expected to hold. */
const EXPECTED_IN_A_GROUP = 0.6;

/** @param refused Together, so that there is a bad one among them. */
export function startGroupTest<Member>(refused: readonly Member[]): GroupTest<Member> {
  return { unknown: [], refusedTogether: refused, bad: 0, good: 0, spare: SPARE };
}

/** @param unknown What is left of a batch in which HubSpot has named the bad ones so far. */
export function continueInGroups<Member>(unknown: readonly Member[]): GroupTest<Member> {
  return { unknown, refusedTogether: [], bad: 0, good: 0, spare: SPARE };
}

/**
 * As many records as are probably good together, going by those seen so far, and half of the
 * refusedTogether at most: more than half tells less (F. K. Hwang, "A method for detecting all defective
 * members in a population by group testing"). Where bad records are frequent, or groups were refused
 * too often, one record at a time.
 *
 * @returns What to send next; nothing where every record is accounted for.
 */
export function nextGroup<Member>(test: GroupTest<Member>): readonly Member[] {
  const { unknown, refusedTogether, bad, good, spare } = test;
  const seen = ASSUMED.seen + bad + good;
  const fewEnough = Math.floor((EXPECTED_IN_A_GROUP * seen) / (ASSUMED.bad + bad));
  const half = refusedTogether.length > 0 ? Math.floor(refusedTogether.length / 2) : unknown.length;
  const size = spare > 0 ? Math.max(1, Math.min(fewEnough, half)) : 1;
  return (refusedTogether.length > 0 ? refusedTogether : unknown).slice(0, size);
}

/** The records that no response has told of yet, in the order in which they are sent. */
export function leftIn<Member>({ refusedTogether, unknown }: GroupTest<Member>): Member[] {
  return [...refusedTogether, ...unknown];
}

/** The test without one that is sent otherwise. */
export function without<Member>(left: Member, test: GroupTest<Member>): GroupTest<Member> {
  const others = (members: readonly Member[]) => members.filter((member) => member !== left);
  const { unknown, refusedTogether } = test;
  return { ...test, unknown: others(unknown), refusedTogether: others(refusedTogether) };
}

/** The group was written, so the bad one is among the other refusedTogether. */
export function afterPass<Member>(
  test: GroupTest<Member>,
  group: readonly Member[],
): GroupTest<Member> {
  const good = test.good + group.length;
  const spare = test.spare + group.length - 1;
  return test.refusedTogether.length > 0
    ? { ...test, good, spare, refusedTogether: test.refusedTogether.slice(group.length) }
    : { ...test, good, spare, unknown: test.unknown.slice(group.length) };
}

/** The group was refused: a record that stands alone is bad, others are under suspicion. */
export function afterRefusal<Member>(
  test: GroupTest<Member>,
  group: readonly Member[],
): GroupTest<Member> {
  const unknown = leftIn(test).slice(group.length);
  return group.length === 1
    ? { ...test, unknown, refusedTogether: [], bad: test.bad + 1 }
    : { ...test, unknown, refusedTogether: group, spare: test.spare - 1 };
}

/** The group was refused by name, and settled: nothing is known any more of the other refusedTogether. */
export function afterNaming<Member>(
  test: GroupTest<Member>,
  group: readonly Member[],
): GroupTest<Member> {
  return { ...test, unknown: leftIn(test).slice(group.length), refusedTogether: [] };
}
