import type { AssociationWish } from '../model/association';
import type { Source } from './expression';
import { located, objectTypeReader, toText } from './located';
import { perItem, type PerItem } from './perItem';

/** Each entry of the parameter `associations`, readable item by item. */
export function associationsPerItem(source: Source, raw: unknown): PerItem<AssociationWish>[] {
  const entries = Array.isArray(raw) ? (raw as unknown[]) : [];
  const readObjectType = objectTypeReader();
  return entries.map((entry) => wishPerItem(source, entry, readObjectType));
}

/** Mostly no more than the value differs between items: what is the same is read once. */
function wishPerItem(
  source: Source,
  entry: unknown,
  readObjectType: (parameter: unknown) => string,
): PerItem<AssociationWish> {
  const part = <Value>(name: keyof AssociationWish, take: (value: unknown) => Value) =>
    typeof entry === 'string'
      ? perItem(source, entry, (whole) => take(fieldOf(whole, name)))
      : perItem(source, fieldOf(entry, name), take);
  const toObjectType = part('toObjectType', readObjectType);
  const toIdProperty = part('toIdProperty', located);
  const toId = part('toId', (value) => value);
  const label = part('label', toText);
  return {
    varies: [toObjectType, toIdProperty, toId, label].some(({ varies }) => varies),
    at: (index) => ({
      toObjectType: toObjectType.at(index),
      toIdProperty: toIdProperty.at(index),
      toId: toId.at(index),
      label: label.at(index),
    }),
  };
}

function fieldOf(entry: unknown, name: string): unknown {
  return (Object(entry) as Record<string, unknown>)[name];
}
