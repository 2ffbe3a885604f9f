import type { RecordWrite } from '../records/recordInput';

/**
 * The search for the records to blame in a batch that HubSpot refused whole without naming any.
 * Plain data: `nextGroup` says what to send, `afterPass` and `afterRefusal` take the answer in.
 */
export interface Search {
  /** Nobody knows whether there is an offender among these. */
  unknown: readonly RecordWrite[];
  /** There is an offender among these, or none where it is empty. */
  suspects: readonly RecordWrite[];
  /** Records found to blame, and records found good. */
  blamed: number;
  cleared: number;
}

export function startSearch(refused: readonly RecordWrite[]): Search {
  return { unknown: [], suspects: refused, blamed: 0, cleared: 0 };
}

/**
 * Half of the suspects; otherwise as many unknown records as are good together in half of all
 * cases, going by those seen so far (F. K. Hwang, "A method for detecting all defective members in
 * a population by group testing"). One offender among 100 costs 15 requests at most, ten cost about 54.
 *
 * @returns What to send next; nothing where every record is accounted for.
 */
export function nextGroup({ unknown, suspects, blamed, cleared }: Search): readonly RecordWrite[] {
  if (suspects.length > 0) return suspects.slice(0, Math.max(1, Math.floor(suspects.length / 2)));
  const mostlyGood = blamed === 0 ? unknown.length : (Math.LN2 * (blamed + cleared)) / blamed;
  return unknown.slice(0, Math.max(1, Math.floor(mostlyGood)));
}

/** The group was written, so the offender is among the other suspects. */
export function afterPass(search: Search, group: readonly RecordWrite[]): Search {
  const cleared = search.cleared + group.length;
  return search.suspects.length > 0
    ? { ...search, cleared, suspects: search.suspects.slice(group.length) }
    : { ...search, cleared, unknown: search.unknown.slice(group.length) };
}

/** The group was refused: a record that stands alone is to blame, others are under suspicion. */
export function afterRefusal(search: Search, group: readonly RecordWrite[]): Search {
  const unknown =
    search.suspects.length > 0
      ? [...search.suspects.slice(group.length), ...search.unknown]
      : search.unknown.slice(group.length);
  return group.length === 1
    ? { ...search, unknown, suspects: [], blamed: search.blamed + 1 }
    : { ...search, unknown, suspects: group };
}
