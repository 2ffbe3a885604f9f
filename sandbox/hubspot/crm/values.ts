import type { PropertyDefinition, PropertyType } from '../properties/definition';
import { ADDITIONAL_EMAILS, readEmail, readEmails } from './emails';

/** A value that HubSpot does not take for a property. */
export interface ValueProblem {
  /** Property name. */
  name: string;
  /** HubSpot's code, e.g. `INVALID_OPTION`. */
  error: string;
  message: string;
}

/** What becomes of a value: the text that HubSpot stores (`''` clears), or why it does not. */
export type Verdict = { stored: string } | { problem: ValueProblem };

type Reader = (
  text: string,
  definition: PropertyDefinition,
  current: string | undefined,
  ownerIds: readonly string[],
) => string | { error: string; message: string };

const MAX_STRING_LENGTH = 65_536;
const DAY_MS = 86_400_000;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)$/;
const EPOCH_MS = /^-?\d{1,16}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/;

const READERS: Record<PropertyType, Reader> = {
  string: readString,
  phone_number: readString,
  number: readNumber,
  date: readDate,
  datetime: readDatetime,
  bool: readBool,
  enumeration: readOptions,
};

/**
 * Reads a value as HubSpot does (facts: HubSpot docs, "Properties", property types).
 *
 * @param ownerIds Of the account's owners.
 * @param current What the record holds now; a leading `;` appends to it.
 */
export function storedValue(
  definition: PropertyDefinition,
  text: string,
  ownerIds: readonly string[],
  current?: string,
): Verdict {
  if (definition.modificationMetadata.readOnlyValue) {
    const message = `"${definition.name}" is a read only property; its value cannot be set.`;
    return { problem: { name: definition.name, error: 'READ_ONLY_VALUE', message } };
  }
  if (text === '') return { stored: '' };
  const read = READERS[definition.type](text, definition, current, ownerIds);
  return typeof read === 'string'
    ? { stored: read }
    : { problem: { name: definition.name, ...read } };
}

/** The problem of a property that the object type does not have. */
export function unknownProperty(name: string): ValueProblem {
  return { name, error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
}

function readString(text: string, { name }: PropertyDefinition) {
  if (text.length > MAX_STRING_LENGTH) {
    return { error: 'STRING_TOO_LONG', message: `${name} exceeds ${MAX_STRING_LENGTH} characters` };
  }
  return name === 'email' ? readEmail(text) : text;
}

function readNumber(text: string) {
  const digits = text.trim();
  if (NUMBER.test(digits)) return digits;
  return { error: 'INVALID_INTEGER', message: `${text} was not a valid number` };
}

function readDate(text: string) {
  if (DAY.test(text) && isCalendarDay(text)) return text;
  if (!EPOCH_MS.test(text)) return invalidDate(text, 'was not a valid date');
  const instant = toIso(Number(text));
  if (instant === undefined) return invalidDate(text, 'was not a valid date');
  if (Number(text) % DAY_MS !== 0) {
    return invalidDate(text, `is at ${instant.slice(11, -1)} UTC, not midnight!`);
  }
  return instant.slice(0, 10);
}

function invalidDate(text: string, reason: string) {
  return { error: 'INVALID_DATE', message: `${text} ${reason}` };
}

function readDatetime(text: string) {
  const ms = EPOCH_MS.test(text) ? Number(text) : INSTANT.test(text) ? Date.parse(text) : NaN;
  const instant = DAY.test(text.slice(0, 10)) && !isCalendarDay(text) ? undefined : toIso(ms);
  return instant ?? { error: 'INVALID_LONG', message: `${text} was not a valid long.` };
}

/** Refuses the 30th of February, which `Date.parse` may read as the 1st or 2nd of March. */
function isCalendarDay(text: string): boolean {
  const day = text.slice(0, 10);
  return toIso(Date.parse(day))?.slice(0, 10) === day;
}

function toIso(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function readBool(text: string) {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word : invalidOption(text, ['true', 'false']);
}

/**
 * Options that stand in no definition are the account's owners. How HubSpot words that it does not
 * know one is not public; the words are those for every other unknown option.
 */
function readOptions(
  text: string,
  definition: PropertyDefinition,
  current: string | undefined,
  ownerIds: readonly string[],
) {
  if (definition.name === ADDITIONAL_EMAILS) return readEmails(text, current);
  const listed = definition.options.map(({ value }) => value);
  const allowed = definition.externalOptions ? ownerIds : listed;
  if (definition.fieldType !== 'checkbox') {
    return allowed.includes(text) ? text : invalidOption(text, listed);
  }
  const chosen = text.split(';').filter((value) => value !== '');
  const stranger = chosen.find((value) => !allowed.includes(value));
  if (stranger !== undefined) return invalidOption(stranger, listed);
  const kept = text.startsWith(';') && current ? current.split(';') : [];
  return [...new Set([...kept, ...chosen])].join(';');
}

function invalidOption(value: string, allowed: readonly string[]) {
  const message = `${value} was not one of the allowed options: [${allowed.join(', ')}]`;
  return { error: 'INVALID_OPTION', message };
}
