import type { AssociationWish } from '../model/association';
import type { Source } from './expression';
import { located, toText } from './located';
import { perItem, type PerItem } from './perItem';

/** Each entry of the parameter `associations`, readable item by item. */
export function associationsPerItem(source: Source, raw: unknown): PerItem<AssociationWish>[] {
  return (Array.isArray(raw) ? (raw as unknown[]) : []).map((entry) =>
    perItem(source, entry, toWish),
  );
}

function toWish(entry: unknown): AssociationWish {
  const fields = typeof entry === 'object' && entry !== null ? entry : {};
  const field = (name: string): unknown => (fields as Record<string, unknown>)[name];
  return {
    toObjectType: located(field('toObjectType')),
    toIdProperty: located(field('toIdProperty')),
    toId: field('toId'),
    label: toText(field('label')),
  };
}
