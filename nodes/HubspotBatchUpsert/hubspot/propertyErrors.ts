import { duplicateValue, quotedValue } from './quotedValue';
import type { ErrorDetail, PropertyError, PropertyErrorSubject } from './types';
import { contextTexts, isRecord, textOf } from './untrustedJson';

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
): PropertyError[] {
  const duplicate = fromDuplicateValue(message);
  const found = [
    ...(duplicate ? [duplicate] : []),
    ...fromMessage(message),
    ...fromDetails(details),
  ];
  const byProperty = new Map<string, PropertyError>();
  for (const error of found) {
    const key = `${error.property}\u0000${error.code ?? ''}\u0000${error.value ?? ''}`;
    if (!byProperty.has(key)) byProperty.set(key, error);
  }
  return [...byProperty.values()];
}

function fromDetails(details: readonly ErrorDetail[]): PropertyError[] {
  return details.flatMap(({ message, code, context }) =>
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
  const duplicate = duplicateValue(message);
  return (
    duplicate && {
      property: duplicate.property,
      about: 'record',
      value: duplicate.value,
      code: 'VALUE_TAKEN',
      message: `Another record (${duplicate.owner}) already has this value of "${duplicate.property}", which must be unique`,
    }
  );
}

const OF_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);
const OF_A_MISSING_VALUE = /MISSING|REQUIRED/;
const OF_THE_VALUE = /^INVALID_|TOO_LONG/;

/** Which stages are allowed depends on the record's pipeline (HubSpot, "Pipelines"). */
const OF_THE_PIPELINE = /stage$/;

/** @param isQuoted Does its sentence say that the value was not valid? */
function subjectOf(property: string, code = '', isQuoted: boolean): PropertyErrorSubject {
  if (OF_THE_PROPERTY.has(code)) return 'property';
  if (OF_A_MISSING_VALUE.test(code)) return 'missing';
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
