import { complaints, type Complaint } from '../hubspot/complaints';
import type { HubspotError } from '../hubspot/shapes';
import { storedId, type RecordWrite } from '../records/recordInput';
import type { Failure, OwnCategory } from './outcome';

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
 * A record's failure in HubSpot's words, put plainly: the property and value where HubSpot names
 * them, and its sentence about this record instead of the JSON about all of them. A complaint can
 * also be about a property that the record lacks.
 */
export function toFailure(error: HubspotError, write: RecordWrite, facts: RefusalFacts): Failure {
  const all = complaints(error);
  const concerning = all.filter((complaint) => concerns(complaint, write));
  const about = concerning.length > 0 ? concerning : all;
  const first = about[0];
  const property = first?.property ?? null;
  return {
    kind: 'failure',
    category: error.category ?? error.errorType ?? facts.fallback,
    code: first?.code ?? error.errors?.find(({ code }) => code !== undefined)?.code ?? null,
    message: sentences(about) ?? error.message ?? facts.message,
    property,
    value: property === null ? null : valueOf(property, write),
    httpStatus: facts.httpStatus,
    correlationId: error.correlationId ?? null,
    subCategory: error.subCategory ?? null,
    context: error.context ?? null,
    errors: error.errors ?? null,
    retryable: facts.retryable,
    attempted: true,
    stage: 'upsert',
  };
}

/** Does the record have the property, and the value where HubSpot names it, that it objects to? */
export function concerns({ property, value }: Complaint, write: RecordWrite): boolean {
  const own = valueOf(property, write);
  return own !== null && (value === undefined || value === own);
}

function valueOf(property: string, write: RecordWrite): string | null {
  if (property === write.idProperty) return storedId(write);
  return Object.hasOwn(write.properties, property) ? (write.properties[property] ?? null) : null;
}

function sentences(about: Complaint[]): string | undefined {
  const messages = about.flatMap(({ property, message }) =>
    message === undefined ? [] : [message.includes(property) ? message : `${property}: ${message}`],
  );
  return messages.length === 0 ? undefined : [...new Set(messages)].join('. ');
}
