import { isTransientStatus } from './statuses';
import type { HubspotError } from './types';

/**
 * Categories of errors that pass by themselves, as HubSpot gives them to whole requests: with 429
 * (HubSpot, "API usage guidelines" and answers of search), 423, 477, 500, 503 and 504. An entry in
 * a 207 has no status of its own, only a category of the same kind.
 */
const TRANSIENT: ReadonlySet<string> = new Set([
  'RATE_LIMIT',
  'RATE_LIMITS',
  'LOCKED',
  'MIGRATION_IN_PROGRESS',
  'INTERNAL_ERROR',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
]);

/** HubSpot's sentences about a value that another record has. */
export const DUPLICATE_VALUE = /\balready (?:exists|has)\b/i;

/**
 * Does a 409 tell of other writes to the same records at the same moment? HubSpot also answers 409
 * where another record has a value that must be unique, which does not pass.
 */
export function isWriteConflict({ message = '', existingId }: HubspotError): boolean {
  return existingId === undefined && !DUPLICATE_VALUE.test(message);
}

/**
 * Would the record of this entry pass later, unchanged? Where an entry's `status` is a number after
 * all, it is read as one of HTTP; the documented one is the word "error".
 */
export function isTransient({ category = '', status }: HubspotError): boolean {
  return TRANSIENT.has(category) || isTransientStatus(Number(status));
}

/** Is it the token's age that a 401 is about? On an unknown token HubSpot writes about OAuth. */
export function isExpired({ category }: HubspotError): boolean {
  return category === 'EXPIRED_AUTHENTICATION';
}
