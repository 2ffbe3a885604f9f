import { RECORD_ID } from '../hubspot/propertyDefinitions';
import { isReadable, type ReadItems } from '../input/items';
import type { AssociationWish } from '../model/association';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import { Invalid } from '../values/conversion';
import { trimInvisible } from '../values/invisible';
import { isBlank, toPlainValue } from '../values/plainValue';
import { targetDefect } from './identify';
import { unreadable, unseen } from './unreadable';

/** Several records to associate with may stand in one text. */
const SEPARATOR = ';';

/** Records that one item wants its own associated with, or why none of them can be had. */
export type ItemWishes = readonly AssociationWish[] | Failure;

/** The associations that each item asks for, by the item's index; none where no item can ask for any. */
export function wishesOfItems({ count, associationsAt }: ReadItems): ItemWishes[] {
  if (associationsAt === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    try {
      const given = associationsAt(index);
      return isReadable(given) ? associationWishes(given) : unreadable(given);
    } catch (error) {
      return unseen(error);
    }
  });
}

/** Object types of records that are found by a property: its definition says how HubSpot stores it. */
export function foundByProperty(wishes: readonly ItemWishes[]): Array<{ objectType: string }> {
  const types = new Set<string>();
  for (const ofItem of wishes) {
    if (isFailure(ofItem)) continue;
    for (const { toObjectType, toIdProperty } of ofItem) {
      if (toIdProperty !== RECORD_ID) types.add(toObjectType);
    }
  }
  return Array.from(types, (objectType) => ({ objectType }));
}

/**
 * The records that an item wants its own associated with, one by one: a list or a text with several
 * values stands for several, and one that says nothing for none.
 *
 * @returns Why none of it can be had, where one of them is no value or nothing says of what type it is.
 */
export function associationWishes(given: readonly AssociationWish[]): AssociationWish[] | Failure {
  const wishes: AssociationWish[] = [];
  for (const { toObjectType, toIdProperty, toId, label } of given) {
    if (isBlank(toId)) continue;
    const target = { objectType: toObjectType, idProperty: toIdProperty || RECORD_ID };
    const defect = targetDefect(target);
    if (defect) return unusable(defect.value, `Associations: ${defect.reason}`);
    const plain = toPlainValue(toId);
    if (plain instanceof Invalid)
      return unusable(toId, `Associations, ${toObjectType}: ${plain.reason}`);
    for (const value of Array.isArray(plain) ? plain.flatMap(parts) : parts(plain)) {
      wishes.push({ toObjectType, toIdProperty: target.idProperty, toId: value, label });
    }
  }
  return wishes;
}

function parts(value: unknown): unknown[] {
  if (typeof value !== 'string') return isBlank(value) ? [] : [value];
  if (value.includes(SEPARATOR)) return value.split(SEPARATOR).flatMap(parts);
  const trimmed = trimInvisible(value);
  return trimmed === '' ? [] : [trimmed];
}

function unusable(value: unknown, reason: string): Failure {
  const message = `${reason}. If the item is to have no such association, leave Other ID Value empty for it`;
  return ownFailure('INVALID_VALUE', message, { value, property: null, stage: 'validate' });
}
