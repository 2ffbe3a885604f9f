import { propertyErrors, type PropertyError } from '../hubspot/propertyErrors';
import { redact } from '../hubspot/redaction';
import type { HubspotError } from '../hubspot/types';
import { idAfterWrite, type RecordWrite } from '../model/record';
import type { Failure, OwnCategory } from '../model/outcome';

/** Circumstances of a refusal that its body does not tell. */
export interface RecordErrorFacts {
  httpStatus: number | null;
  retryable: boolean;
  /** Given where HubSpot names no category. */
  fallback: OwnCategory;
  /** Given where HubSpot gives no message. */
  message: string;
}

/**
 * Tells what an error means for each record that it is about, in HubSpot's words, put plainly: the
 * property and value where HubSpot names them, and its sentence about this record instead of the
 * JSON about all of them. Secrets that the error quotes are blotted out here, on the way to an item.
 *
 * @param said What the error complains about, read once for all its records.
 */
export function refusal(
  error: HubspotError,
  facts: RecordErrorFacts,
  said: readonly PropertyError[] = propertyErrors(error),
): (write: RecordWrite) => Failure {
  const shown = redact(error);
  const told = said.map((propertyError) => ({
    ...propertyError,
    sentence: redact(sentenceOf(propertyError)),
  }));
  return (write) => {
    const concerning = told.filter((propertyError) => concerns(propertyError, write));
    const about = concerning.length > 0 ? concerning : told;
    const first = about[0];
    const property = first?.property ?? null;
    return {
      kind: 'failure',
      category: shown.category ?? shown.errorType ?? facts.fallback,
      code: first?.code ?? shown.errors?.find(({ code }) => code !== undefined)?.code ?? null,
      message: joined(about) ?? shown.message ?? facts.message,
      property,
      value: property === null ? null : valueOf(property, write),
      httpStatus: facts.httpStatus,
      correlationId: shown.correlationId ?? null,
      subCategory: shown.subCategory ?? null,
      context: shown.context ?? null,
      errors: shown.errors ?? null,
      retryable: facts.retryable,
      attempted: true,
      stage: 'upsert',
    };
  };
}

/** The value that the record sends for a property; null where it sends none. */
export function valueOf(property: string, write: RecordWrite): string | null {
  if (property === write.idProperty) return idAfterWrite(write);
  return Object.hasOwn(write.properties, property) ? (write.properties[property] ?? null) : null;
}

export function isMissing(property: string, write: RecordWrite): boolean {
  return (valueOf(property, write) ?? '') === '';
}

/** May the property error be about this record, going by the property and the value that it sends? */
function concerns({ property, about, value }: PropertyError, write: RecordWrite): boolean {
  if (about === 'lack') return isMissing(property, write);
  const own = valueOf(property, write);
  return own !== null && (value === undefined || value === own);
}

function sentenceOf({ property, message }: PropertyError): string | undefined {
  if (message === undefined) return undefined;
  return message.includes(property) ? message : `${property}: ${message}`;
}

function joined(about: ReadonlyArray<{ sentence?: string }>): string | undefined {
  const sentences = about.flatMap(({ sentence }) => sentence ?? []);
  return sentences.length === 0 ? undefined : [...new Set(sentences)].join('. ');
}
