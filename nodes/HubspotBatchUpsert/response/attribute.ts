import { FORBIDDEN, NOT_FOUND } from '../hubspot/statuses';
import type { HubspotError } from '../hubspot/types';
import type { HttpResponse } from '../http/response';
import { inParts } from '../model/batch';
import type { RecordWrite } from '../model/record';
import { namedBy, namedById, namedByTraceId } from './namedRecords';
import { withoutRepeatedIds } from './repeatedIds';

/** What to do with a batch that HubSpot refused whole. */
export interface Attribution {
  /** Records that are to blame. */
  bad: RecordWrite[];
  /** Does the refusal name them beyond doubt? */
  isNamed: boolean;
  /** Batches to send again, in this order and one after the other. */
  resend: RecordWrite[][];
  /**
   * Does the refusal quote values of all in `resend` but the last? A sentence may compare a bad
   * record with a good one, so these are sent by themselves, which tells.
   */
  isQuoted: boolean;
  /** Some of these are to blame, and the refusal does not tell which. */
  toBisect: RecordWrite[];
}

const NOBODY: Attribution = { bad: [], isNamed: false, resend: [], isQuoted: false, toBisect: [] };

/**
 * Takes the records that HubSpot names out of a refused batch, so that the others can be written.
 *
 * @param size How many to send at a time instead, where the refusal is about that and not about records.
 */
export function attribute(
  error: HubspotError,
  writes: readonly RecordWrite[],
  size: number | undefined,
): Attribution {
  if (size !== undefined && writes.length > 1) return { ...NOBODY, resend: inParts(writes, size) };
  const { certain, quoted } =
    size === undefined ? namedBy(error, writes) : { certain: [], quoted: [] };
  const isNamed = certain.length > 0;
  if (writes.length === 1) return { ...NOBODY, bad: [...writes], isNamed };
  if (isNamed) {
    const rest = without(certain, writes);
    return { ...NOBODY, bad: [...certain], isNamed, resend: rest.length > 0 ? [rest] : [] };
  }
  const rest = without(quoted.flat(), writes);
  if (quoted.length > 0 && rest.length > 0) {
    return { ...NOBODY, resend: [...quoted.map((group) => [...group]), rest], isQuoted: true };
  }
  const parts = withoutRepeatedIds(error, writes);
  return parts.length > 1 ? { ...NOBODY, resend: parts } : { ...NOBODY, toBisect: [...writes] };
}

function without(some: readonly RecordWrite[], writes: readonly RecordWrite[]): RecordWrite[] {
  const left = new Set(some);
  return writes.filter((write) => !left.has(write));
}

/**
 * Does a refusal that would be a fault of all records name those that it is about? What is not found,
 * or may not be edited, is a record then.
 */
export function isAboutRecords(
  { status, error }: HttpResponse,
  writes: readonly RecordWrite[],
): boolean {
  if (status !== FORBIDDEN && status !== NOT_FOUND) return false;
  if (error.category === 'MISSING_SCOPES') return false;
  return namedByTraceId(error, writes).length > 0 || namedById(error, writes).length > 0;
}
