import { pipelinePropertyOf } from './optionSource';
import {
  duplicateValue,
  invalidEmail,
  quotedValue,
  takenValue,
  type DuplicateValue,
} from './quotedValue';
import type { ErrorDetail, PropertyError, PropertyErrorSubject } from './types';
import { contextTexts, entriesInText, isRecord, textOf } from './untrustedJson';

/** "Property values were not valid: [JSON]": the JSON names more than `errors` does. */
const INVALID_VALUES = 'Property values were not valid: ';

/**
 * Everything that an error says about single properties, each of it once.
 *
 * @param message The error's own sentence.
 * @param details Its entries of `errors`.
 */
export function propertyErrorsIn(
  message = '',
  details: readonly ErrorDetail[] = [],
  context?: Record<string, unknown>,
): PropertyError[] {
  const whole = { message, context };
  const told = [
    ...fromSentence(message),
    ...fromMessage(message),
    ...[whole, ...details].flatMap(fromContext),
    ...details.flatMap(fromDetail),
  ];
  const found = told.length > 0 ? told : fromDetail(whole);
  const byProperty = new Map<string, PropertyError>();
  for (const error of found) {
    const key = `${error.property}\u0000${error.code ?? ''}\u0000${error.value ?? ''}`;
    if (!byProperty.has(key)) byProperty.set(key, error);
  }
  return [...byProperty.values()];
}

function fromDetail({ message = '', code, context, in: place }: ErrorDetail): PropertyError[] {
  const named = contextTexts(context, 'propertyName').flatMap(entriesInText);
  const property = named[0] ?? (place && PROPERTY_NAME.test(place) ? place : undefined);
  const plain = fromSentence(message, property);
  if (plain.length > 0) return plain;
  return (named.length > 0 || property === undefined ? named : [property]).map((name) => {
    const value = valueIn(message, name);
    const about = subjectOf(name, code, message);
    return { property: name, about, code, message: message || undefined, value };
  });
}

function fromMessage(message: string): PropertyError[] {
  if (!message.startsWith(INVALID_VALUES)) return [];
  return parseLists(message.slice(INVALID_VALUES.length)).flatMap((entry) => {
    const property = entry.name;
    if (typeof property !== 'string') return [];
    const code = textOf(entry.error);
    const quoted = valueIn(textOf(entry.message), property);
    return [
      {
        property,
        about: subjectOf(property, code, textOf(entry.message)),
        code,
        message: textOf(entry.localizedErrorMessage) ?? textOf(entry.message),
        value: textOf(entry.propertyValue) ?? quoted,
      },
    ];
  });
}

const NOT_SET = /\brequired propert(?:y|ies)\b/i;
const PROPERTY_NAME = /^\w+$/;

/** "Error creating TICKET. Some required properties were not set." names them in its context alone. */
function fromContext({ message = '', context }: ErrorDetail): PropertyError[] {
  if (!NOT_SET.test(message)) return [];
  return contextTexts(context, 'properties')
    .flatMap(entriesInText)
    .filter((name) => PROPERTY_NAME.test(name))
    .map((property) => ({ property, about: 'missing', message }));
}

/** @param property Its name where it is known from elsewhere. */
function fromSentence(message: string, property?: string): PropertyError[] {
  const duplicate = duplicateValue(message) ?? takenValue(message, property);
  if (duplicate) return [valueTaken(duplicate)];
  const value = invalidEmail(message);
  if (value === undefined) return [];
  return [{ property: property ?? 'email', about: 'value', code: 'INVALID_EMAIL', message, value }];
}

/** @param owner The id of the record that has it. */
export function valueTaken({
  property,
  value,
  owner,
}: Omit<DuplicateValue, 'value'> & { value?: string }): PropertyError {
  return {
    property,
    about: 'record',
    value,
    code: 'VALUE_TAKEN',
    message: `Another record (${owner}) already has this value of "${property}", which must be unique`,
  };
}

const OF_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);
const OF_A_MISSING_VALUE = /MISSING|REQUIRED/;
const OF_THE_VALUE = /^INVALID_|TOO_LONG/;
const WRONG_BY_ITSELF =
  /\b(?:does not exist|doesn't exist|not found|unknown|invalid|not (?:a )?valid)\b/i;

function subjectOf(property: string, code = '', message = ''): PropertyErrorSubject {
  if (OF_THE_PROPERTY.has(code)) return 'property';
  if (OF_A_MISSING_VALUE.test(code)) return 'missing';
  // Which stages are allowed depends on the record's pipeline (HubSpot, "Pipelines").
  if (pipelinePropertyOf(property) !== undefined) return 'record';
  const isOfTheValue = OF_THE_VALUE.test(code) || WRONG_BY_ITSELF.test(message);
  return isOfTheValue || quotedValue(message) !== undefined ? 'value' : 'record';
}

/** Some messages have the property's name in the place of the value. */
function valueIn(message: string | undefined, property: string): string | undefined {
  const quoted =
    message === undefined ? undefined : (invalidEmail(message) ?? quotedValue(message));
  return quoted === property ? undefined : quoted;
}

/** One entry may say it of several records, with a list for each. */
function parseLists(json: string): Array<Record<string, unknown>> {
  return (
    parseList(json) ?? json.split(`; ${INVALID_VALUES}`).flatMap((part) => parseList(part) ?? [])
  );
}

function parseList(json: string): Array<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isRecord) : [];
  } catch {
    return undefined;
  }
}
