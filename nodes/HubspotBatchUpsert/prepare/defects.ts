import type { ErrorDetail } from '../hubspot/types';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import type { LeftOut } from '../model/record';
import type { Settings } from '../model/settings';
import { quote } from '../values/quote';
import { asItemValue } from '../values/scalar';
import type { MatchedFields } from './matchFields';

/** Something in one item that HubSpot would not take. */
export interface Defect {
  category: OwnCategory & ('UNKNOWN_PROPERTY' | 'INVALID_VALUE');
  property: string;
  value: unknown;
  reason: string;
}

/** What is wrong with an item: what ends it, and what its record can be written without. */
export interface SortedDefects {
  fatal: Defect[];
  leftOut: LeftOut[];
}

/** A record may be written without what HubSpot could not store, but never under another key. */
export function sortDefects(
  defects: readonly Defect[],
  idProperty: string,
  { invalidValues }: Pick<Settings, 'invalidValues'>,
): SortedDefects {
  const canBeLeftOut = ({ category, property }: Defect): boolean =>
    invalidValues === 'leaveOut' && category === 'INVALID_VALUE' && property !== idProperty;
  return {
    fatal: defects.filter((defect) => !canBeLeftOut(defect)),
    leftOut: defects.filter(canBeLeftOut).map(({ property, value, reason }) => ({
      property,
      value: asItemValue(value),
      reason,
    })),
  };
}

/** The failure of an item that has these defects; undefined where there are none. */
export function failureOf(
  defects: readonly Defect[],
  fieldNames: MatchedFields['fieldNames'],
): Failure | undefined {
  const [first] = defects;
  if (first === undefined) return undefined;
  const errors = defects.map(({ category, property, reason }): ErrorDetail => ({
    message: reason,
    code: category,
    context: { propertyName: [property] },
  }));
  const message = defects
    .map(({ property, reason }) => `${shownName(property, fieldNames.get(property))}: ${reason}`)
    .join('. ');
  const { category, property, value } = first;
  return ownFailure(category, message, { property, value, code: category, errors });
}

/** The property, after the field of the item where that is named otherwise. */
function shownName(property: string, field: string | undefined): string {
  return field === undefined ? property : `${quote(field)} (${property})`;
}
