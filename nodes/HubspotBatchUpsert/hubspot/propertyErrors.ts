import { contextTexts, isRecord } from './parsing';
import type { HubspotError } from './types';
import { quotedValue, duplicateValue } from './quotedValue';

/** What HubSpot finds wrong with one property of some record. */
export interface PropertyError {
  property: string;
  about: Subject;
  code?: string;
  message?: string;
  /** The value that it objects to, where it says so and can be read in one way only. */
  value?: string;
}

/**
 * What a property error is about, and with that whom it can be about:
 * - `property`: HubSpot has no such property, or lets nobody write it: every record that sets it;
 * - `lack`: a record that does not set the property;
 * - `value`: the value by itself, its type, its length, the options: every record that holds it;
 * - `record`: the value in this record, such as one that another record owns.
 */
export type Subject = 'property' | 'lack' | 'value' | 'record';

/** "Property values were not valid: [JSON]": the JSON names more than `errors` does. */
const INVALID_VALUES = 'Property values were not valid: ';

/** Everything that an error says about single properties, each property error once. */
export function propertyErrors(error: HubspotError): PropertyError[] {
  const message = error.message ?? '';
  const taken = fromDuplicateValue(message);
  const found = [...(taken ? [taken] : []), ...fromMessage(message), ...fromDetails(error)];
  const byProperty = new Map<string, PropertyError>();
  for (const propertyError of found) {
    const key = `${propertyError.property}\u0000${propertyError.code ?? ''}\u0000${propertyError.value ?? ''}`;
    if (!byProperty.has(key)) byProperty.set(key, propertyError);
  }
  return [...byProperty.values()];
}

function fromDetails(error: HubspotError): PropertyError[] {
  return (error.errors ?? []).flatMap(({ message, code, context }) =>
    contextTexts(context, 'propertyName').map((property) => {
      const value = valueIn(message, property);
      const about = subjectOf(property, code, value !== undefined);
      return { property, about, code, message, value };
    }),
  );
}

function fromMessage(message: string): PropertyError[] {
  if (!message.startsWith(INVALID_VALUES)) return [];
  return parseList(message.slice(INVALID_VALUES.length)).flatMap((entry) => {
    const property = entry.name;
    if (typeof property !== 'string') return [];
    const code = textOf(entry.error);
    const quoted = valueIn(textOf(entry.message), property);
    return [
      {
        property,
        about: subjectOf(property, code, quoted !== undefined),
        code,
        message: textOf(entry.localizedErrorMessage) ?? textOf(entry.message),
        value: textOf(entry.propertyValue) ?? quoted,
      },
    ];
  });
}

function fromDuplicateValue(message: string): PropertyError | undefined {
  const taken = duplicateValue(message);
  return (
    taken && {
      property: taken.property,
      about: 'record',
      value: taken.value,
      code: 'VALUE_TAKEN',
      message: `Another record (${taken.owner}) already has this value of "${taken.property}", which must be unique`,
    }
  );
}

const OF_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);
const OF_A_LACK = /MISSING|REQUIRED/;
const OF_THE_VALUE = /^INVALID_|TOO_LONG/;

/** Which stages are allowed depends on the record's pipeline (HubSpot, "Pipelines"). */
const OF_THE_PIPELINE = /stage$/;

/** @param isQuoted Does its sentence say that the value was not valid? */
function subjectOf(property: string, code = '', isQuoted: boolean): Subject {
  if (OF_THE_PROPERTY.has(code)) return 'property';
  if (OF_A_LACK.test(code)) return 'lack';
  if (OF_THE_PIPELINE.test(property)) return 'record';
  return isQuoted || OF_THE_VALUE.test(code) ? 'value' : 'record';
}

/** Some messages have the property's name in the place of the value. */
function valueIn(message: string | undefined, property: string): string | undefined {
  const quoted = message === undefined ? undefined : quotedValue(message);
  return quoted === property ? undefined : quoted;
}

function parseList(json: string): Array<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(json);
    return Array.isArray(parsed) ? parsed.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
