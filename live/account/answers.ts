import { CannotTry, type Answer } from './hubspot';

/** A record in an answer. */
export interface Result {
  id?: string;
  new?: boolean;
  objectWriteTraceId?: string;
  properties?: Record<string, string | null>;
}

/** An error in an answer. */
export interface ErrorEntry {
  category?: string;
  message?: string;
  context?: Record<string, string[]>;
  errors?: { code?: string; in?: string; context?: Record<string, string[]> }[];
  objectWriteTraceId?: string;
}

export function resultsOf({ body }: Answer): Result[] {
  return list<Result>(body, 'results');
}

export function errorsOf({ body }: Answer): ErrorEntry[] {
  return list<ErrorEntry>(body, 'errors');
}

/** @throws CannotTry where no record was written that a fact is to be tried with. */
export function written(answer: Answer): Answer {
  if (resultsOf(answer)[0]?.id !== undefined) return answer;
  throw new CannotTry(`the record to try it with was not written, HTTP ${answer.status}`);
}

/** What a refusal says, or `''`. */
export function messageOf({ body }: Answer): string {
  const { message } = (body ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : '';
}

export function hasCategory({ body }: Answer): boolean {
  return typeof body === 'object' && body !== null && 'category' in body;
}

function list<T>(body: unknown, field: string): T[] {
  const value = (body ?? {}) as Record<string, unknown>;
  return Array.isArray(value[field]) ? (value[field] as T[]) : [];
}
