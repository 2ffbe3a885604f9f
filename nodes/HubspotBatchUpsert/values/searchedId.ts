import type { TargetNames } from '../model/target';
import type { PropertyDefinition } from '../hubspot/types';
import { isCompanyDomain, withoutWww } from './domainKey';

/** The values to search for, to find the records that have this one. */
export function searchedValues(target: TargetWithDefinitions, id: string): string[] {
  const value = comparableId(target, id);
  const { objectType, idProperty } = target;
  return isCompanyDomain(objectType, idProperty) ? [value, `www.${value}`] : [value];
}

interface TargetWithDefinitions extends TargetNames {
  definitions?: ReadonlyMap<string, PropertyDefinition> | undefined;
}

/**
 * A form in which two values are the same where the search takes them for the same: HubSpot compares
 * text in lower case. What only upper case makes alike is not: `straße.de` and `strasse.de` are two.
 */
export function comparableId(target: TargetWithDefinitions, id: string): string {
  const value = isText(target) ? id.trim().toLowerCase() : id;
  return isCompanyDomain(target.objectType, target.idProperty) ? withoutWww(value) : value;
}

/** The case of options counts (HubSpot, "Search the CRM"). */
function isText({ idProperty, definitions }: TargetWithDefinitions): boolean {
  const type = definitions?.get(idProperty)?.type;
  return type === undefined || type === 'string';
}
