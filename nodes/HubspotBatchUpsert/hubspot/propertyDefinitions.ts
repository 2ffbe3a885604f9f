import { objectTypeInPaths } from './objectTypeNames';
import { parseResults } from './parsing';
import type { PropertyDefinition, PropertyOption } from './types';
import { isRecord, listOf, textOf } from './untrustedJson';

/** The properties of one object type by name; undefined where HubSpot did not let them be read. */
export type PropertyDefinitions = ReadonlyMap<string, PropertyDefinition> | undefined;

/** The definitions in an answer of the properties API. What has no name is none. */
export function parsePropertyDefinitions(json: unknown): PropertyDefinition[] {
  return parseResults(json).flatMap((entry) => {
    const name = textOf(entry.name);
    return name ? [parsePropertyDefinition(name, entry)] : [];
  });
}

/** A field that is missing, or of another type than HubSpot documents, says nothing. */
function parsePropertyDefinition(name: string, json: Record<string, unknown>): PropertyDefinition {
  const { modificationMetadata } = json;
  return {
    name,
    label: plainText(json.label),
    type: textOf(json.type),
    fieldType: textOf(json.fieldType),
    options: listOf(json.options).filter(isRecord).flatMap(parseOption),
    externalOptions: json.externalOptions === true,
    referencedObjectType: textOf(json.referencedObjectType),
    hasUniqueValue: json.hasUniqueValue === true,
    hidden: json.hidden === true,
    archived: json.archived === true,
    modificationMetadata: {
      readOnlyValue: isRecord(modificationMetadata) && modificationMetadata.readOnlyValue === true,
    },
  };
}

function parseOption(json: Record<string, unknown>): PropertyOption[] {
  const value = plainText(json.value);
  if (value === undefined) return [];
  return [{ value, label: plainText(json.label), hidden: json.hidden === true }];
}

/** What a user chose as a label or internal value may look like a number, and come as one. */
function plainText(value: unknown): string | undefined {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
}

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
  return property === 'email' && isContacts(objectType);
}

export function isContacts(objectType: string): boolean {
  return objectTypeInPaths(objectType) === 'contacts';
}

/** The property in which HubSpot keeps a record's id, whatever its object type. */
export const RECORD_ID = 'hs_object_id';

/** A contact's other addresses, joined with `;`: HubSpot finds it by them, too. */
export const ADDITIONAL_EMAILS = 'hs_additional_emails';
