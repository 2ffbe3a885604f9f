import type { PropertyDefinition } from './types';

/** The properties of one object type by name; undefined where HubSpot did not let them be read. */
export type PropertyDefinitions = ReadonlyMap<string, PropertyDefinition> | undefined;

export function toPropertyDefinitions(
  definitions: readonly PropertyDefinition[],
): PropertyDefinitions {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

export function isWritable(definition: PropertyDefinition): boolean {
  return definition.modificationMetadata?.readOnlyValue !== true && definition.archived !== true;
}

/**
 * May this property identify a record? Contacts are also found by their e-mail address, which
 * carries no mark of uniqueness (HubSpot, "Create or update records in batches").
 */
export function identifiesRecords(definition: PropertyDefinition, objectType: string): boolean {
  if (!isWritable(definition)) return false;
  return definition.hasUniqueValue === true || isContactEmail(objectType, definition.name);
}

/** Names of the properties that may identify a record; undefined where HubSpot did not let them be read. */
export function usableIdProperties(
  definitions: PropertyDefinitions,
  objectType: string,
): string[] | undefined {
  if (definitions === undefined) return undefined;
  return [...definitions.values()]
    .filter((definition) => identifiesRecords(definition, objectType))
    .map(({ name }) => name);
}

export function isContactEmail(objectType: string, property: string): boolean {
  return property === 'email' && ['contacts', 'contact', '0-1'].includes(objectType.toLowerCase());
}

/** A contact's other addresses, joined with `;`: HubSpot finds it by them, too. */
export const ADDITIONAL_EMAILS = 'hs_additional_emails';
