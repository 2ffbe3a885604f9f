import type { FuzzCase } from '../cases/fuzzCase';
import { isNothing } from '../cases/cells';
import { afterOneAnother, type Meaning } from '../cases/meaning';
import type { Row } from '../cases/rows';
import { groupBy } from './groupBy';

/** One write that the items ask for, on behalf of one item or several. */
export interface ExpectedWrite {
  id: string;
  indexes: number[];
  /** What the record is to hold afterwards, by property. */
  values: ReadonlyMap<string, Meaning>;
  /** Does it carry something that HubSpot refuses? */
  isRefused: boolean;
  /** The user's own; empty where the node makes one. */
  traceId: string;
}

export interface Expected {
  writes: ExpectedWrite[];
  /** Indexes of the items that must not be sent. */
  refusedByNode: ReadonlySet<number>;
}

/**
 * What the node should make of the items, worked out from what is known of each value and without
 * the node's code.
 *
 * @param heldBack Items that are not written because of what they are to be associated with.
 */
export function expectedOf(
  { rows, options, filling, target }: FuzzCase,
  heldBack: ReadonlySet<number> = new Set(),
): Expected {
  const sendable = rows.flatMap((row, index) =>
    heldBack.has(index) ? [] : sendableOf(row, index, { options, filling, target }),
  );
  const groups = [...groupBy(sendable, ({ id }) => id).values()];
  const kept =
    options.duplicates === 'reject' ? groups.filter(({ length }) => length === 1) : groups;
  const writes = withoutTakenTraceIds(kept.flatMap((group) => resolved(group, options.duplicates)));
  const sent = new Set(writes.flatMap(({ indexes }) => indexes));
  return { writes, refusedByNode: new Set([...rows.keys()].filter((index) => !sent.has(index))) };
}

/** A trace id goes to the first write that claims it; the others are not sent. */
function withoutTakenTraceIds(writes: ExpectedWrite[]): ExpectedWrite[] {
  const taken = new Set<string>();
  return writes.filter(({ traceId }) => {
    const isTaken = taken.has(traceId);
    if (traceId !== '') taken.add(traceId);
    return !isTaken;
  });
}

type Settings = Pick<FuzzCase, 'options' | 'filling' | 'target'>;

function sendableOf(row: Row, index: number, settings: Settings): ExpectedWrite[] {
  const { options, filling } = settings;
  const { key, traceId } = row;
  if (key.id === undefined) return [];
  const strangers = filling.definesBelow ? [] : [...row.strangers.values()];
  if (strangers.length > 0 && options.unknownFields === 'reject') return [];
  const values = new Map<string, Meaning>();
  for (const [property, meaning] of meaningsOf(row)) {
    if (meaning.kind === 'bad') return [];
    if (meaning.kind !== 'empty' || options.emptyValues === 'clear') values.set(property, meaning);
  }
  const sentStrangers = strangers.filter(
    (value) => !(value === null || isNothing(value)) || options.emptyValues === 'clear',
  );
  const isRefused = key.isRefused || (options.unknownFields === 'send' && sentStrangers.length > 0);
  return [{ id: key.id, indexes: [index], values, isRefused, traceId }];
}

function meaningsOf({ cells }: Row): Array<[string, Meaning]> {
  return [...cells].flatMap(([property, { meaning }]): Array<[string, Meaning]> =>
    meaning ? [[property, meaning]] : [],
  );
}

function merged(group: ExpectedWrite[]): Map<string, Meaning> {
  const values = new Map<string, Meaning>();
  for (const [property, meaning] of group.flatMap((write) => [...write.values])) {
    values.set(property, afterOneAnother(values.get(property), meaning));
  }
  return values;
}

function resolved(
  group: ExpectedWrite[],
  policy: FuzzCase['options']['duplicates'],
): ExpectedWrite[] {
  if (policy === 'sequence' || group.length <= 1) return group;
  const indexes = group.flatMap((write) => write.indexes);
  switch (policy) {
    case 'keepFirst':
      return group.slice(0, 1).map((write) => ({ ...write, indexes }));
    case 'keepLast':
      return group.slice(-1).map((write) => ({ ...write, indexes }));
    default:
      return [
        {
          id: group[0]!.id,
          indexes,
          values: merged(group),
          traceId: group.at(-1)!.traceId,
          isRefused: group.some(({ isRefused }) => isRefused),
        },
      ];
  }
}
