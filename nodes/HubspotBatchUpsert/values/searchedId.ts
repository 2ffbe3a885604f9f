import type { TargetNames } from '../model/target';
import type { PropertyDefinition } from '../hubspot/types';
import { isCompanyDomain, withoutWww } from './domainKey';
import { folded } from './sameValue';

/** The values to search for, to find the records that have this one: HubSpot compares text in lower case. */
export function searchedValues(target: TargetWithDefinitions, id: string): string[] {
  const { objectType, idProperty } = target;
  if (isCompanyDomain(objectType, idProperty)) {
    const bare = withoutWww(id);
    return [bare, `www.${bare}`];
  }
  return [isText(target) ? id.toLowerCase() : id];
}

interface TargetWithDefinitions extends TargetNames {
  definitions?: ReadonlyMap<string, PropertyDefinition> | undefined;
}

/** A form in which two values are the same where the search takes them for the same. */
export function comparableId(target: TargetWithDefinitions, id: string): string {
  if (isCompanyDomain(target.objectType, target.idProperty)) return withoutWww(folded(id));
  return isText(target) ? folded(id) : id;
}

/** The case of options counts (HubSpot, "Search the CRM"). */
function isText({ idProperty, definitions }: TargetWithDefinitions): boolean {
  const type = definitions?.get(idProperty)?.type;
  return type === undefined || type === 'string';
}
