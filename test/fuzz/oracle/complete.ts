import type { ExpectedWrite } from './expectedWrites';
import { surelyAssociated } from './takeable';
import type { Trial } from './truth';

/** Where HubSpot serves the run in the end, every good item is on Success and no other. */
export function unwritten(trial: Trial): string[] {
  const { leaving, writes, given } = trial;
  const sure = new Set(servedOf(writes).flatMap(({ indexes }) => indexes));
  const possible = new Set(
    writes.filter(({ isRefused }) => !isRefused).flatMap(({ indexes }) => indexes),
  );
  const associated = surelyAssociated(trial);
  return [...given.rows.keys()].flatMap((index) => {
    const left = leaving.get(index);
    if (left === undefined) return [`item ${index} did not leave`];
    if ('success' in left)
      return possible.has(index) ? [] : [`item ${index} is bad and on Success`];
    const { category, message, retryable } = left.failure;
    if (left.record) {
      return associated.has(index)
        ? [`item ${index} can be associated and is not: ${message}`]
        : [];
    }
    if (category === 'NOT_ATTEMPTED' && isRightlyHeldBack(index, trial)) return [];
    if (retryable && isOverwritten(index, trial)) return [];
    return sure.has(index) ? [`item ${index} is good and on Error: ${category} ${message}`] : [];
  });
}

/** In sequence, after a request with an earlier item of the record that got no answer. */
function isRightlyHeldBack(index: number, { given, evidence, writes }: Trial): boolean {
  if (given.options.duplicates !== 'sequence') return false;
  const id = writes.find(({ indexes }) => indexes.includes(index))?.id;
  return evidence.log.some(
    ({ inputIds, status, faults }) =>
      id !== undefined &&
      inputIds.includes(id) &&
      (status === null || status === 408 || status >= 500 || faults.includes('halfBody')),
  );
}

/**
 * By another address of the same contact: where the answer is lost, nobody can see what the contact
 * was given by this one.
 */
function isOverwritten(index: number, { evidence, given, writes }: Trial): boolean {
  const own = writes.find(({ indexes }) => indexes.includes(index))?.id;
  const recordOf = (id = '') => evidence.after.get(id)?.id;
  return (
    given.faults.length > 0 &&
    writes.some(
      ({ id }) => id !== own && recordOf(id) !== undefined && recordOf(id) === recordOf(own),
    )
  );
}

/**
 * The writes that are sure to come about: those that HubSpot takes, unless in sequence an earlier one
 * of the same record is refused. Where that answer is lost, the later one is rightly held back.
 */
function servedOf(writes: readonly ExpectedWrite[]): ExpectedWrite[] {
  const refused = new Set<string>();
  return writes.filter(({ id, isRefused }) => {
    if (isRefused) refused.add(id);
    return !refused.has(id);
  });
}
