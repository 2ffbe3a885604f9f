import type { INodeListSearchItems } from 'n8n-workflow';
import {
  identifiesRecords,
  isContactEmail,
  isWritable,
  RECORD_ID,
} from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import { matches, withName } from './labels';

/** What records can be found by, as entries of a list. */
type Entries = INodeListSearchItems[];

/** Widgets of texts that nobody tells records apart by. */
const LONG_TEXTS: ReadonlySet<string | undefined> = new Set(['textarea', 'html', 'file']);

/** Properties that can identify a record of the object type, the email of contacts first. */
export function uniqueProperties(
  definitions: readonly PropertyDefinition[],
  objectType: string,
): Entries {
  const rank = ({ value }: INodeListSearchItems): number =>
    isContactEmail(objectType, String(value)) ? 0 : 1;
  return definitions
    .filter((definition) => identifiesRecords(definition, objectType))
    .filter(({ name }) => name !== RECORD_ID)
    .map(({ label, name }) => ({ name: withName(label, name), value: name }))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}

/** Properties whose values HubSpot does not keep unique, by which records can be searched for. */
export function searchedProperties(
  definitions: readonly PropertyDefinition[],
  objectType: string,
): Entries {
  return definitions
    .filter((definition) => !identifiesRecords(definition, objectType) && isKeyLike(definition))
    .map(({ label, name }) => ({ name: `${withName(label, name)}, by search`, value: name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The record ID, which every record has. */
export function recordId(name: string): INodeListSearchItems {
  return { name, value: RECORD_ID };
}

/** The entries that hold what the user typed into the search field. */
export function found(entries: Entries, filter: string | undefined): Entries {
  return entries.filter(({ name, value }) => matches(filter, [name, String(value)]));
}

function isKeyLike(definition: PropertyDefinition): boolean {
  const { type, fieldType, hidden } = definition;
  const isText = type === 'string' || type === 'phone_number';
  return isText && !LONG_TEXTS.has(fieldType) && hidden !== true && isWritable(definition);
}
