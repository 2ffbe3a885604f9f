import { complaints, type Complaint } from '../hubspot/propertyErrors';
import { hideSecrets } from '../hubspot/redaction';
import type { HubspotError } from '../hubspot/types';
import { storedId, type RecordWrite } from '../model/record';
import type { Failure, OwnCategory } from '../model/outcome';

/** Circumstances of a refusal that its body does not tell. */
export interface RefusalFacts {
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
  facts: RefusalFacts,
  said: readonly Complaint[] = complaints(error),
): (write: RecordWrite) => Failure {
  const shown = hideSecrets(error);
  const told = said.map((complaint) => ({
    ...complaint,
    sentence: hideSecrets(sentenceOf(complaint)),
  }));
  return (write) => {
    const concerning = told.filter((complaint) => concerns(complaint, write));
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
  if (property === write.idProperty) return storedId(write);
  return Object.hasOwn(write.properties, property) ? (write.properties[property] ?? null) : null;
}

export function lacks(property: string, write: RecordWrite): boolean {
  return (valueOf(property, write) ?? '') === '';
}

/** May the complaint be about this record, going by the property and the value that it sends? */
function concerns({ property, about, value }: Complaint, write: RecordWrite): boolean {
  if (about === 'lack') return lacks(property, write);
  const own = valueOf(property, write);
  return own !== null && (value === undefined || value === own);
}

function sentenceOf({ property, message }: Complaint): string | undefined {
  if (message === undefined) return undefined;
  return message.includes(property) ? message : `${property}: ${message}`;
}

function joined(about: ReadonlyArray<{ sentence?: string }>): string | undefined {
  const sentences = about.flatMap(({ sentence }) => sentence ?? []);
  return sentences.length === 0 ? undefined : [...new Set(sentences)].join('. ');
}
