import { redact } from '../hubspot/redaction';
import type { HubspotError, PropertyError } from '../hubspot/types';
import type { Failure, OwnCategory } from '../model/outcome';
import { idAfterWrite, type RecordWrite } from '../model/record';

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
 * JSON about all of them. Secrets that the error quotes are redacted here, on the way to an item.
 */
export function toRecordError(
  error: HubspotError,
  facts: RecordErrorFacts,
): (write: RecordWrite) => Failure {
  const { propertyErrors, ...quoted } = error;
  const redacted = redact(quoted);
  const sentences = new Map(propertyErrors.map((each) => [each, redact(sentenceOf(each))]));
  return (write) => {
    const concerning = propertyErrors.filter((each) => concerns(each, write));
    const about = concerning.length > 0 ? concerning : propertyErrors;
    const first = about[0];
    const property = first?.property ?? null;
    return {
      kind: 'failure',
      category: redacted.category ?? redacted.errorType ?? facts.fallback,
      code: first?.code ?? redacted.errors?.find(({ code }) => code !== undefined)?.code ?? null,
      message:
        joined(about.map((each) => sentences.get(each))) ?? redacted.message ?? facts.message,
      property,
      value: property === null ? null : valueOf(property, write),
      httpStatus: facts.httpStatus,
      correlationId: redacted.correlationId ?? null,
      subCategory: redacted.subCategory ?? null,
      context: redacted.context ?? null,
      errors: redacted.errors ?? null,
      retryable: facts.retryable,
      attempted: true,
      stage: 'upsert',
    };
  };
}

/** The value that the record sends for a property; null where it sends none. */
export function valueOf(property: string, write: RecordWrite): string | null {
  if (property === write.target.idProperty) return idAfterWrite(write);
  return Object.hasOwn(write.properties, property) ? (write.properties[property] ?? null) : null;
}

export function isMissing(property: string, write: RecordWrite): boolean {
  return (valueOf(property, write) ?? '') === '';
}

/** May the property error be about this record, going by the property and the value that it sends? */
function concerns({ property, about, value }: PropertyError, write: RecordWrite): boolean {
  if (about === 'missing') return isMissing(property, write);
  const own = valueOf(property, write);
  return own !== null && (value === undefined || value === own);
}

function sentenceOf({ property, message }: PropertyError): string | undefined {
  if (message === undefined) return undefined;
  return message.includes(property) ? message : `${property}: ${message}`;
}

function joined(sentences: ReadonlyArray<string | undefined>): string | undefined {
  const known = sentences.filter((sentence) => sentence !== undefined);
  return known.length === 0 ? undefined : [...new Set(known)].join('. ');
}
