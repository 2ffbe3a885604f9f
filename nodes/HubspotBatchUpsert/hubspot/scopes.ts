import type { HubspotError, RequiredScopes } from './types';
import { contextTexts, errorsOf, isRecord, textOf } from './untrustedJson';

/** Fields that name scopes, in the error itself, in its details, or in the context of either. */
const FIELDS = ['requiredGranularScopes', 'requiredScopes', 'missingScopes'];

const ALL_OF = /\ball of the following scopes\b/i;
/** In brackets any names; without them those that a full stop shows to be one, as in `tickets.write`. */
const LISTED =
  /\bfollowing scopes(?: are required)?:? (?:\[([^\][]*)\]|((?:[\w-]+(?:\.[\w-]+)+[\s,]*(?:(?:and|or) )?)+))/i;
const BETWEEN = /(?:[,\s]|\b(?:and|or)\b)+/;

/** Which scopes a refusal asks for; undefined where it names none. */
export function scopesIn(json: Record<string, unknown>): RequiredScopes | undefined {
  const parts = [json, ...errorsOf(json.errors)];
  const places = [...parts, ...parts.map(({ context }) => context).filter(isRecord)];
  const sentences = parts.map(({ message }) => textOf(message) ?? '');
  const names = [
    ...places.flatMap((place) => FIELDS.flatMap((field) => contextTexts(place, field))),
    ...sentences.flatMap(listed),
  ].filter((name) => name !== '');
  if (names.length === 0) return undefined;
  const areAllRequired =
    sentences.some((sentence) => ALL_OF.test(sentence)) ||
    places.some((place) => contextTexts(place, 'missingScopes').length > 0);
  return { names: [...new Set(names)], areAllRequired };
}

function listed(sentence: string): string[] {
  const [, inBrackets, plain] = LISTED.exec(sentence) ?? [];
  return (inBrackets ?? plain ?? '').split(BETWEEN);
}

/** The scopes that an error asks for. */
export function requiredScopes({ scopes }: HubspotError): string[] {
  return [...(scopes?.names ?? [])];
}

/** The scopes that an error asks for in words, as in "one of these scopes: …"; undefined where it names none. */
export function scopesToGrant(error: HubspotError): string | undefined {
  const names = requiredScopes(error);
  if (names.length === 0) return undefined;
  return `${error.scopes?.areAllRequired ? 'all' : 'one'} of these scopes: ${names.join(', ')}`;
}
