import { RECORD_ID } from '../hubspot/propertyDefinitions';
import type { AssociationWish } from '../model/association';
import { ownFailure, type Failure } from '../model/outcome';
import { Invalid } from '../values/conversion';
import { trimInvisible } from '../values/invisible';
import { isBlank, toPlainValue } from '../values/plainValue';
import { targetDefect } from './identify';

/** Several records to associate with may stand in one text. */
const SEPARATOR = ';';

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
  const values = value.includes(SEPARATOR) ? value.split(SEPARATOR) : [value];
  return values.map(trimInvisible).filter((each) => each !== '');
}

function unusable(value: unknown, reason: string): Failure {
  const message = `${reason}. If the item is to have no such association, leave Other ID Value empty for it`;
  return ownFailure('INVALID_VALUE', message, { value, property: null, stage: 'validate' });
}
