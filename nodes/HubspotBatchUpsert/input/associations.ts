import type { AssociationWish } from '../model/association';
import type { TargetNames } from '../model/target';
import { holdsExpression, type Source } from './expression';
import { located, toText } from './located';
import { perItem, type PerItem } from './perItem';

/** Each entry of the parameter `associations`, readable item by item. */
export function associationsPerItem(source: Source, raw: unknown): PerItem<AssociationWish>[] {
  return entriesOf(raw).map((entry) => perItem(source, entry, toWish));
}

/** What records of other objects are found by, where it is the same for every item. */
export function othersOfAllItems(raw: unknown): TargetNames[] {
  return entriesOf(raw).flatMap((entry) => {
    const { toObjectType, toIdProperty } = Object(entry) as Record<string, unknown>;
    if (holdsExpression([toObjectType, toIdProperty])) return [];
    try {
      const objectType = located(toObjectType);
      return objectType === '' ? [] : [{ objectType, idProperty: located(toIdProperty) }];
    } catch {
      // Each item that needs it tells why.
      return [];
    }
  });
}

function entriesOf(raw: unknown): unknown[] {
  return Array.isArray(raw) ? (raw as unknown[]) : [];
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
