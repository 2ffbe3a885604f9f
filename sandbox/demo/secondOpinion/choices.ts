import type { PropertyDefinition } from '../../hubspot/properties/definition';
import { trimmed } from './trimmed';

const SEPARATOR = ';';
const OTHER_SEPARATORS = [',', '|', /\r\n|\n|\r/];

const TRUTHS: Partial<Record<string, string>> = {
  ...{ true: 'true', '1': 'true', yes: 'true', y: 'true', on: 'true' },
  ...{ false: 'false', '0': 'false', no: 'false', n: 'false', off: 'false' },
};

type Options = Pick<PropertyDefinition, 'options'>['options'];

/** True or false by the account's own labels or a common word; undefined where they contradict. */
export function truthOf(text: string, { options }: PropertyDefinition): string | undefined {
  const lower = text.toLowerCase();
  if (text === 'true' || text === 'false') return text;
  const meant = new Set([
    ...optionsMeant(text, options).filter((value) => value === 'true' || value === 'false'),
    ...[TRUTHS[lower]].filter((value) => value !== undefined),
  ]);
  return meant.size === 1 ? [...meant][0] : undefined;
}

/** The id of an owner by id or e-mail address; the options are the owners that the account has. */
function ownerOf(text: string, { options }: PropertyDefinition): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const [only, ...others] = text.includes('@') ? optionsMeant(text, options) : [];
  return others.length === 0 ? only : undefined;
}

/**
 * Options by value or label, several where the property is of checkboxes; empty ones between two
 * `;` are nothing.
 */
export function optionsOf(
  text: string,
  definition: PropertyDefinition,
  held: string,
): string | undefined {
  const { fieldType } = definition;
  if (fieldType !== 'checkbox') return optionOf(text, definition);
  const parts = text.startsWith(SEPARATOR) ? text.slice(SEPARATOR.length) : text;
  const chosen = listOf(parts, definition)?.map((part) => optionOf(part, definition));
  if (!chosen?.every((value) => value !== undefined)) return undefined;
  const kept = text.startsWith(SEPARATOR) ? split(held, SEPARATOR) : [];
  return [...new Set([...kept, ...chosen])].sort().join(SEPARATOR);
}

/** The parts of a list; undefined where it is one by several separators. */
function listOf(text: string, { options }: PropertyDefinition): string[] | undefined {
  const parts = split(text, SEPARATOR);
  const [whole = ''] = parts;
  if (parts.length !== 1 || optionsMeant(whole, options).length > 0) return parts;
  const isList = (list: readonly string[]) =>
    list.length > 0 && list.every((part) => optionsMeant(part, options).length > 0);
  const lists = OTHER_SEPARATORS.map((separator) => split(whole, separator)).filter(isList);
  const different = new Map(lists.map((list) => [list.join(SEPARATOR), list]));
  return different.size > 1 ? undefined : ([...different.values()][0] ?? parts);
}

function split(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map(trimmed)
    .filter((part) => part !== '');
}

function optionOf(text: string, definition: PropertyDefinition) {
  const { options, externalOptions, referencedObjectType } = definition;
  if (referencedObjectType === 'OWNER') return ownerOf(text, definition);
  const [only, ...others] = optionsMeant(text, options);
  if (only !== undefined) return others.length === 0 ? only : undefined;
  return externalOptions || options.length === 0 ? text : undefined;
}

/** Internal values of the options that a text may mean. */
function optionsMeant(text: string, options: Options): string[] {
  const fold = (name: string) => trimmed(name).normalize('NFC').toUpperCase().toLowerCase();
  const isMeant = [
    ({ value }: Options[number]) => value === text,
    ({ label }: Options[number]) => label === text,
    ({ value, label }: Options[number]) => [value, label].map(fold).includes(fold(text)),
  ];
  const first = isMeant.map((test) => options.filter(test)).find((found) => found.length > 0);
  return (first ?? []).map(({ value }) => value);
}
