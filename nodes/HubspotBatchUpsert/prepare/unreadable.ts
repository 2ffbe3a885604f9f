import type { UnreadableItem } from '../input/items';
import { ownFailure, type Failure } from '../model/outcome';
import { inPanel } from '../model/panelNames';
import { quote } from '../values/quote';

/** The failure of an item of which a parameter, or what is mapped to a property, could not be evaluated. */
export function unreadable({ parameter, property, reason }: UnreadableItem): Failure {
  const where = property === undefined ? inPanel(parameter) : `property ${quote(property)}`;
  const message = `The expression of the ${where} could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: property ?? parameter });
}

/** The failure of an item of which a field throws when it is looked at. */
export function unseen(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  return ownFailure('INVALID_VALUE', `The item could not be read: ${reason}`);
}
