import type { Crm } from '../../../sandbox/hubspot/crm/crm';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import type { ChoicesTarget } from './targets';

/** What somebody else does to a record just before HubSpot works on a request of the node's. */
export interface OtherWrite {
  before: 'create' | 'update' | 'upsert' | 'read' | 'search';
  nth: number;
  what: 'create' | 'change' | 'clear' | 'remove';
  key: string;
  property: string;
  value: string;
}

/** As an order for the sandbox. `run` is told while somebody else writes. */
export function asOrder(
  write: OtherWrite,
  target: ChoicesTarget,
  run: (work: () => void) => void,
): FaultOrder {
  const path = write.before === 'search' ? '/search' : `/batch/${write.before}`;
  return {
    match: { path, nth: write.nth },
    do: { kind: 'meanwhile', run: (store) => run(() => carryOut(write, target, store)) },
  };
}

function carryOut({ what, key, property, value }: OtherWrite, target: ChoicesTarget, store: Crm) {
  const { objectType, idProperty, foundBy } = target;
  const found =
    foundBy === 'search'
      ? store.records(objectType).find(({ properties }) => properties[idProperty] === key)
      : store.find(objectType, idProperty, key);
  switch (what) {
    case 'create':
      if (found === undefined && foundBy !== 'recordId') {
        store.put(objectType, { [idProperty]: key, [property]: value });
      }
      return;
    case 'change':
      if (found) store.put(objectType, { [property]: value }, found.id);
      return;
    case 'clear':
      if (found) store.put(objectType, { [property]: '' }, found.id);
      return;
    case 'remove':
      if (found) store.remove(objectType, found.id);
  }
}
