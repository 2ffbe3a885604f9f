import type { Trial } from './truth';

/** Where HubSpot serves the run in the end, every good item is on Success and no other. */
export function unwritten({ leaving, writes, given }: Trial): string[] {
  const good = new Set(
    writes.filter(({ isRefused }) => !isRefused).flatMap(({ indexes }) => indexes),
  );
  return [...given.rows.keys()].flatMap((index) => {
    const left = leaving.get(index);
    if (left === undefined) return [`item ${index} did not leave`];
    if ('success' in left) return good.has(index) ? [] : [`item ${index} is bad and on Success`];
    const { category, message } = left.failure;
    return good.has(index) ? [`item ${index} is good and on Error: ${category} ${message}`] : [];
  });
}
