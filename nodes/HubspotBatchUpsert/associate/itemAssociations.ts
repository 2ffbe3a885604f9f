import type { Association } from '../model/association';
import type { Ledger } from '../model/ledger';
import { ownFailure, type Failure } from '../model/outcome';
import type { Pair } from '../model/pair';

/** An association that an item asks for, and the pair that is made for it. */
export interface AskedAssociation {
  association: Association;
  pair: Pair;
}

/** Tells the ledger what became of an item's associations once each of them has come to its end. */
export function settleOnceKnown(index: number, asked: AskedAssociation[], ledger: Ledger): void {
  const open = asked.filter(({ pair }) => pair.end === undefined);
  let left = open.length;
  const settle = (): void => {
    const made = asked.filter(({ pair }) => pair.end === 'associated');
    const associations = made.map(({ association }) => told(association));
    ledger.settleAssociations(index, associations, missing(asked));
  };
  if (left === 0) return settle();
  for (const { pair } of open) {
    pair.onEnd.push(() => {
      left -= 1;
      if (left === 0) settle();
    });
  }
}

/** The failure of a record that was written and whose own id HubSpot did not tell. */
export function withoutRecordId(): Failure {
  const message =
    'The record is written, but not associated: HubSpot did not tell its record ID. Run the item again to associate it';
  return ownFailure('NO_OUTCOME', message, {
    retryable: true,
    attempted: true,
    stage: 'associate',
  });
}

/** The association as an item tells it. */
export function told({ toObjectType, toId, label }: Association) {
  return { toObjectType, toId, label };
}

/** All that is missing as one failure, which has its facts from the first. */
function missing(asked: readonly AskedAssociation[]): Failure | undefined {
  const byReason = new Map<string, string[]>();
  let first: Failure | undefined;
  let retryable = true;
  for (const { association, pair } of asked) {
    const { end } = pair;
    if (end === undefined || end === 'associated') continue;
    const { toObjectType, toId } = association;
    first ??= { ...end, value: toId };
    retryable &&= end.retryable;
    byReason.set(end.message, [...(byReason.get(end.message) ?? []), `${toObjectType} ${toId}`]);
  }
  if (first === undefined) return undefined;
  const sentences = Array.from(
    byReason,
    ([reason, others]) => `${others.join(', ')}: ${reason.replace(/\.$/, '')}`,
  );
  const message = `The record is written, but not associated with ${sentences.join('. Nor with ')}`;
  return { ...first, message, retryable };
}
