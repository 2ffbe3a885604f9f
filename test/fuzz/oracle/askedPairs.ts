import type { IDataObject } from 'n8n-workflow';
import type { Ask } from '../cases/asks';
import type { Associating } from '../cases/fuzzCase';
import type { NodeOptions } from '../cases/nodeOptions';
import type { OtherRecords } from '../links';
import type { ExpectedWrite } from './expectedWrites';
import { groupBy } from './groupBy';

/** A run whose items ask for associations, as far as these go. */
export interface AskingCase {
  target: { objectType: string; idProperty: string };
  rows: ReadonlyArray<{ json: IDataObject; shape?: object }>;
  options: Pick<NodeOptions, 'duplicates'>;
  associating?: Associating;
}

/** An association that an item asks for. */
export interface AskedPair {
  toObjectType: string;
  toId: string;
  /** Undefined for the default one. */
  typeId?: number;
  /** How the node may call it: as HubSpot does, or where that cannot be read, as the item does. */
  labels: readonly string[];
}

/**
 * What the item's associations are; undefined where it names something that is none, or that HubSpot
 * does not have.
 */
export function askedBy(
  index: number,
  { associating, rows }: Pick<AskingCase, 'associating' | 'rows'>,
  { others }: { others: OtherRecords },
): AskedPair[] | undefined {
  if (rows[index]?.shape !== undefined) return [];
  const pairs: AskedPair[] = [];
  for (const ask of associating?.asks[index] ?? []) {
    if (ask.keys === undefined) return undefined;
    for (const key of ask.keys) {
      const toId = others(ask.toObjectType, ask.toIdProperty, key);
      if (toId === undefined || isUnknownName(ask)) return undefined;
      pairs.push({ toObjectType: ask.toObjectType, toId, ...meantBy(ask) });
    }
  }
  return [...groupBy(pairs, keyOf).values()].map((same) => ({
    ...same[0]!,
    labels: same.flatMap(({ labels }) => labels),
  }));
}

/** Does the item name a label that HubSpot cannot have, be it that nobody could ask? */
function isUnknownName({ type, label }: Ask): boolean {
  return type.kind === 'unknown' && !label.includes(':');
}

function meantBy({ type, label }: Ask): Pick<AskedPair, 'typeId' | 'labels'> {
  const given = label.trim();
  switch (type.kind) {
    case 'default':
      return { labels: ['', given] };
    case 'label':
      return { typeId: type.typeId, labels: [type.name, given] };
    case 'unknown':
      return { typeId: NO_TYPE, labels: [given] };
  }
}

/** No association has it. */
export const NO_TYPE = -1;

function keyOf({ toObjectType, toId, typeId }: AskedPair): string {
  return [toObjectType, toId, typeId].join();
}

/**
 * What becomes of the record of the items' associations, by item: under the policies that keep one item
 * the others have theirs where these are among that one's, and otherwise none.
 */
export function askedOfWrite(
  { indexes }: Pick<ExpectedWrite, 'indexes'>,
  given: AskingCase,
  evidence: { others: OtherRecords },
): Map<number, AskedPair[]> {
  const askedIn = (index: number) => askedBy(index, given, evidence) ?? [];
  const kept = new Set(
    keptOf(indexes, given.options.duplicates).flatMap((index) => askedIn(index).map(keyOf)),
  );
  return new Map(
    indexes.map((index) => {
      const asked = askedIn(index);
      return [index, asked.every((pair) => kept.has(keyOf(pair))) ? asked : []];
    }),
  );
}

function keptOf(indexes: readonly number[], policy: NodeOptions['duplicates']): readonly number[] {
  if (policy === 'keepFirst') return indexes.slice(0, 1);
  return policy === 'keepLast' ? indexes.slice(-1) : indexes;
}
