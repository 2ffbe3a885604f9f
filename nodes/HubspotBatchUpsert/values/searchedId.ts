import type { TargetNames } from '../model/target';
import type { PropertyDefinition } from '../hubspot/types';
import { isCompanyDomain, withoutWww } from './domainKey';
import { folded } from './sameValue';

/** The values to search for, to find the records that have this one: HubSpot compares text in lower case. */
export function searchedValues(target: TargetWithDefinitions, id: string): string[] {
  const { objectType, idProperty, definitions } = target;
  if (isCompanyDomain(objectType, idProperty)) {
    const domain = withoutWww(id.toLowerCase());
    return [domain, `www.${domain}`];
  }
  const type = definitions?.get(idProperty)?.type;
  return [type === undefined || type === 'string' ? id.toLowerCase() : id];
}

interface TargetWithDefinitions extends TargetNames {
  definitions?: ReadonlyMap<string, PropertyDefinition> | undefined;
}

/** A form in which two values are the same where the search takes them for the same. */
export function comparableId({ objectType, idProperty }: TargetNames, id: string): string {
  return isCompanyDomain(objectType, idProperty) ? withoutWww(folded(id)) : folded(id);
}
