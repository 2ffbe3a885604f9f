import { OWNER_IDS } from '../hubspot/account';
import type { RecordSnapshot } from '../hubspot/crm/recordSnapshot';
import type { Definitions } from './properties';

/** Does HubSpot refuse a value that looks right to everybody else? */
export type HubspotRefuses = (property: string, value: string) => boolean;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * What only HubSpot can know: which unique values other records own, which owners the account has,
 * what makes an e-mail address. Definitions do not tell, so such values have to be sent.
 *
 * @param before The records that are there before the run.
 */
export function hubspotRefusals(
  before: readonly RecordSnapshot[],
  idProperty: string,
  definitions: Definitions,
): HubspotRefuses {
  const taken = new Map<string, Set<string>>();
  for (const { properties } of before) {
    for (const [property, value] of Object.entries(properties)) {
      taken.set(property, (taken.get(property) ?? new Set()).add(value));
    }
  }
  return (property, value) => {
    if (property === 'email') return !EMAIL.test(value.trim());
    if (property === idProperty) return false;
    const definition = definitions.get(property);
    if (definition?.referencedObjectType === 'OWNER') return !OWNER_IDS.includes(value);
    return definition?.hasUniqueValue === true && taken.get(property)?.has(value) === true;
  };
}
