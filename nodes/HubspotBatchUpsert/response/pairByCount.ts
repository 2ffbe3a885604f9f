import type { RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { isSameValue } from '../values/sameValue';
import { isOtherRecord, storedText } from './matchByKey';

/** Which record got which of the results that are left, as far as their values tell. */
export interface CountedPairs {
  pairs: Map<RecordWrite, RecordResult>;
  unpaired: RecordResult[];
}

/** The ids of the records that results tell of, each once. */
export function distinctIds(results: readonly RecordResult[]): Set<string> {
  return new Set(results.flatMap(({ id }) => id ?? []));
}

/**
 * HubSpot says that a batch is complete, and there are as many results as records: then every record
 * was written, and each of those left has one of the results left. Which one, the values that were
 * sent tell where they fit one of them alone.
 *
 * @returns Undefined where a result shows itself to be another record's, so that counting proves
 *   nothing.
 */
export function pairByCount(
  writes: readonly RecordWrite[],
  results: readonly RecordResult[],
): CountedPairs | undefined {
  if (writes.length !== results.length) return undefined;
  const isPossible = (write: RecordWrite, result: RecordResult) => !isOtherRecord(result, write);
  if (!results.every((result) => writes.some((write) => isPossible(write, result)))) {
    return undefined;
  }
  const pairs = new Map<RecordWrite, RecordResult>();
  const [onlyWrite, onlyResult] = [writes[0], results[0]];
  if (writes.length === 1 && onlyWrite && onlyResult) pairs.set(onlyWrite, onlyResult);
  else {
    const fits = (write: RecordWrite, result: RecordResult) =>
      isPossible(write, result) && holdsSentValues(result, write);
    for (const write of writes) {
      const [result, ...others] = results.filter((candidate) => fits(write, candidate));
      if (result === undefined || others.length > 0) continue;
      if (writes.filter((other) => fits(other, result)).length === 1) pairs.set(write, result);
    }
  }
  const paired = new Set(pairs.values());
  return { pairs, unpaired: results.filter((result) => !paired.has(result)) };
}

/** Does the result show what was sent? A property that it does not show proves nothing. */
export function holdsSentValues(
  result: RecordResult,
  { properties, target }: RecordWrite,
): boolean {
  const shown = result.properties ?? {};
  const compared = Object.entries(properties).filter(([name]) => Object.hasOwn(shown, name));
  return (
    compared.length > 0 &&
    compared.every(([name, sent]) =>
      isSameValue(sent, storedText(result, name), target.definitions?.get(name)),
    )
  );
}
