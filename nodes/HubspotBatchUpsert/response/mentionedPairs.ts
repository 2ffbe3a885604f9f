import type { HubspotError } from '../hubspot/types';
import type { Pair } from '../model/pair';

/** An id that stands by itself; the numbers in `0-8` and `2-37` are types. */
const ID = /(?<![\w-])\d+(?![\w-])/g;

/**
 * The pairs that an error may be about, going by the ids in its context and its sentences: those of
 * which it gives both ids, else those of which it gives one. Errors carry no trace id, and a number may
 * mean something else, so that this is a suspicion and no proof.
 */
export function mentionedPairs(error: HubspotError, pairs: readonly Pair[]): Pair[] {
  const ids = idsIn(error);
  if (ids.size === 0) return [];
  const byBoth = pairs.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId));
  if (byBoth.length > 0) return byBoth;
  return pairs.filter(({ fromId, toId }) => ids.has(fromId) || ids.has(toId));
}

function idsIn({ message, context, errors = [] }: HubspotError): Set<string> {
  const places = [{ message, context }, ...errors];
  const texts = places.flatMap((place) => [place.message, ...textsIn(place.context)]);
  return new Set(texts.flatMap((text) => text?.match(ID) ?? []));
}

function textsIn(context: Record<string, unknown> = {}): string[] {
  return Object.values(context)
    .flat()
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .map(String);
}
