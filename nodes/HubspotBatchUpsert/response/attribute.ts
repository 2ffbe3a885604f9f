import { traceIdsIn } from '../hubspot/parsing';
import { FORBIDDEN, NOT_FOUND } from '../hubspot/statuses';
import type { HubspotError, PropertyError } from '../hubspot/types';
import { contextTexts } from '../hubspot/untrustedJson';
import type { HttpResponse } from '../http/response';
import { inParts } from '../model/batch';
import { isMissing, valueOf, type RecordWrite } from '../model/record';
import { folded } from '../values/sameValue';
import { quotedAmong, quotedRecords } from './quotes';

/** What to do with a batch that HubSpot refused whole. */
export interface Attribution {
  /** Records that are to blame. */
  bad: RecordWrite[];
  /** Does the refusal name them beyond doubt? */
  isNamed: boolean;
  /** Batches to send again, in this order and one after the other. */
  resend: RecordWrite[][];
  /** Some of these are to blame, and the refusal does not tell which. */
  toBisect: RecordWrite[];
}

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
  const nobody: Attribution = { bad: [], isNamed: false, resend: [], toBisect: [] };
  const named = size === undefined ? namedBy(error, writes) : new Set<RecordWrite>();
  const isNamed = named.size > 0;
  if (writes.length === 1) return { ...nobody, bad: [...writes], isNamed };
  if (size !== undefined) return { ...nobody, resend: inParts(writes, size) };
  if (isNamed) {
    const rest = writes.filter((write) => !named.has(write));
    return { ...nobody, bad: [...named], isNamed, resend: rest.length > 0 ? [rest] : [] };
  }
  const parts = withoutRepeatedIds(error, writes);
  return parts.length > 1 ? { ...nobody, resend: parts } : { ...nobody, toBisect: [...writes] };
}

/**
 * The records that one error among others names beyond doubt, though by no trace id: by their ids,
 * by what it objects to, or because the batch held no other.
 *
 * @param unmentioned Records of the batch of which the response tells nothing else.
 */
export function namedWithoutTraceId(
  error: HubspotError,
  unmentioned: readonly RecordWrite[],
  batchSize: number,
): readonly RecordWrite[] {
  if (traceIdsIn(error).length > 0) return [];
  if (batchSize === 1) return unmentioned;
  const byId = namedById(error, unmentioned);
  return byId.length > 0 ? byId : [...namedBy(error, unmentioned)];
}

/** Can it only be the quotation of a value by which such an error names a record? It may be a good one's. */
export function onlyQuotes({ propertyErrors, context }: HubspotError): boolean {
  return propertyErrors.length === 0 && contextTexts(context, 'ids').length === 0;
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

function namedByTraceId(error: HubspotError, writes: readonly RecordWrite[]): RecordWrite[] {
  const traceIds = new Set(traceIdsIn(error));
  return writes.filter(({ traceId }) => traceIds.has(traceId));
}

function namedById({ context }: HubspotError, writes: readonly RecordWrite[]): RecordWrite[] {
  const ids = new Set(contextTexts(context, 'ids').map(folded));
  return writes.filter(({ id }) => ids.has(folded(id)));
}

/**
 * The records that a refusal of their batch names beyond doubt: by trace id, by a property error
 * that every one of them would meet by itself, or by a value of theirs that it quotes. Where a good
 * record could be meant as well nobody is named, and the batch is tested in groups.
 */
function namedBy(error: HubspotError, writes: readonly RecordWrite[]): Set<RecordWrite> {
  const traced = namedByTraceId(error, writes);
  if (traced.length > 0) return new Set(traced);
  const { propertyErrors } = error;
  if (propertyErrors.length > 0) {
    return new Set(propertyErrors.flatMap((propertyError) => meantBy(propertyError, writes)));
  }
  return new Set(repeatedIds(error).length > 0 ? [] : quotedRecords(error, writes));
}

function meantBy(
  { about, property, value, message }: PropertyError,
  writes: readonly RecordWrite[],
): readonly RecordWrite[] {
  const holders = writes.filter((write) => valueOf(property, write) !== null);
  if (about === 'property') return holders;
  if (about === 'missing') return theOnlyOne(writes.filter((write) => isMissing(property, write)));
  const held = holders.map((write) => valueOf(property, write) ?? '');
  const meant = value ?? quotedAmong(held, message);
  if (meant === undefined) return about === 'value' ? theOnlyOne(holders) : [];
  if (about === 'value') return holders.filter((write) => valueOf(property, write) === meant);
  const concerned = alike(holders, property, meant);
  return haveOnePipeline(concerned, property) ? concerned : theOnlyOne(concerned);
}

/** Which stages are allowed depends on the pipeline alone: what is wrong for one is wrong for all. */
function haveOnePipeline(writes: readonly RecordWrite[], property: string): boolean {
  const [, start] = /^(?:deal|(.*)_)stage$/.exec(property) ?? [];
  const pipeline = start === undefined ? 'pipeline' : start;
  const pipelines = new Set(writes.map((write) => valueOf(pipeline, write)));
  return property.endsWith('stage') && pipelines.size === 1 && !pipelines.has(null);
}

/** HubSpot may take values for the same that differ by case: the record that owns one is good. */
function alike(holders: readonly RecordWrite[], property: string, value: string): RecordWrite[] {
  const wanted = folded(value);
  return holders.filter((write) => folded(valueOf(property, write) ?? '') === wanted);
}

function theOnlyOne(concerned: readonly RecordWrite[]): readonly RecordWrite[] {
  return concerned.length === 1 ? concerned : [];
}

/**
 * The batch in as many parts as it takes for no part to hold two ids that HubSpot takes for equal:
 * the first of each, the second of each and so on. Sent one after the other, the last one wins.
 *
 * @returns One part where the refusal is about something else.
 */
function withoutRepeatedIds(error: HubspotError, writes: readonly RecordWrite[]): RecordWrite[][] {
  const repeated = new Set(repeatedIds(error).map(folded));
  const seen = new Map<string, number>();
  const parts: RecordWrite[][] = [];
  for (const write of writes) {
    const id = folded(write.id);
    const part = seen.get(id) ?? 0;
    if (repeated.has(id)) seen.set(id, part + 1);
    (parts[part] ??= []).push(write);
  }
  return parts;
}

const REPEATED_IDS = /^Duplicate IDs found/i;

/** The context lists them; the message alone cannot tell a comma within an id from one between. */
function repeatedIds({ message = '', context }: HubspotError): string[] {
  if (!REPEATED_IDS.test(message)) return [];
  const listed = contextTexts(context, 'ids');
  if (listed.length > 0) return listed;
  const [from, to] = [message.indexOf('['), message.lastIndexOf(']')];
  const inMessage = from < 0 || to < from ? '' : message.slice(from + 1, to);
  return [inMessage, ...inMessage.split(',')].filter((id) => id.trim());
}
