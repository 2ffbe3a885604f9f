import type { HubspotError } from '../hubspot/types';
import { contextTexts } from '../hubspot/untrustedJson';
import type { RecordWrite } from '../model/record';
import { folded } from '../values/sameValue';

const REPEATED_IDS = /^Duplicate IDs found/i;

/**
 * The ids that HubSpot found twice in a batch. The context lists them; the message alone cannot tell
 * a comma within an id from one between.
 */
export function repeatedIds({ message = '', context }: HubspotError): string[] {
  if (!REPEATED_IDS.test(message)) return [];
  const listed = contextTexts(context, 'ids');
  if (listed.length > 0) return listed;
  const [from, to] = [message.indexOf('['), message.lastIndexOf(']')];
  const inMessage = from < 0 || to < from ? '' : message.slice(from + 1, to);
  return [inMessage, ...inMessage.split(',')].filter((id) => id.trim());
}

/**
 * The batch in as many parts as it takes for no part to hold two ids that HubSpot takes for equal:
 * the first of each, the second of each and so on. Sent one after the other, the last one wins.
 *
 * @returns One part where the refusal is about something else.
 */
export function withoutRepeatedIds(
  error: HubspotError,
  writes: readonly RecordWrite[],
): RecordWrite[][] {
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
