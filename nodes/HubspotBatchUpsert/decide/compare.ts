import type { PropertyDefinition, RecordResult } from '../hubspot/types';
import { storedText } from '../response/matchByKey';
import { afterOneAnother, isMultiSelect } from '../values/optionValue';
import { isSameValue } from '../values/sameValue';

/** A value that is to be written, beside the one that HubSpot holds. */
export interface Compared {
  property: string;
  /** Empty where HubSpot holds none. */
  held: string;
  /** What HubSpot would hold afterwards. */
  after: string;
  isSame: boolean;
}

/** Compares values with those that HubSpot holds, as it stores them. */
export function compare(
  properties: Readonly<Record<string, string>>,
  record: RecordResult,
  definitions: ReadonlyMap<string, PropertyDefinition> | undefined,
): Compared[] {
  return Object.entries(properties).map(([property, value]) => {
    const definition = definitions?.get(property);
    const held = storedText(record, property);
    const after = definition && isMultiSelect(definition) ? afterOneAnother(held, value) : value;
    return { property, held, after, isSame: isSameValue(after, held, definition) };
  });
}
