import { parseAssociated } from '../hubspot/associations';
import { isSuccess, meaningOf } from '../hubspot/statuses';
import type { HttpResponse, HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import type { Failure } from '../model/outcome';
import type { Pair } from '../model/pair';
import { smallerBatch } from './batchSize';
import { mentionedPairs } from './mentionedPairs';
import { failedPair, pairError, strayPairError } from './pairErrors';

/** What a response means for the pairs of its request. Each of them stands in exactly one place. */
export interface PairInterpretation {
  associated: Pair[];
  refused: Array<[Pair, Failure]>;
  /** Only HubSpot's store can tell; each with its failure, should the store not hold it. */
  unconfirmed: Array<[Pair, Failure]>;
  /** To be sent again, one after the other. */
  resend: Pair[][];
  /** Does the refusal only mention all in `resend` but the last? */
  isQuoted: boolean;
  /** Refused together; which of them is to blame has to be found out. */
  toBisect: Pair[];
  /** Did HubSpot refuse the request without naming anybody, so that it has to be divided? */
  isRefused: boolean;
  /** Never beyond doubt: errors carry no trace id. */
  isNamed: false;
  /** Is it about their number? */
  isTooLarge: boolean;
}

/** An interpretation for no pair at all. */
export const NO_PAIRS: PairInterpretation = {
  associated: [],
  refused: [],
  unconfirmed: [],
  resend: [],
  isQuoted: false,
  toBisect: [],
  isRefused: false,
  isNamed: false,
  isTooLarge: false,
};

/** Interprets the last response to a request that associates pairs, whatever became of earlier ones. */
export function interpretPairs(result: HttpResult, pairs: readonly Pair[]): PairInterpretation {
  if (result.kind === 'response' && isSuccess(result.status)) return interpretDone(result, pairs);
  if (result.kind === 'response' && meaningOf(result.status).isDivisible) {
    return interpretRefusal(result, pairs);
  }
  const failure = failedPair(result);
  return { ...NO_PAIRS, refused: pairs.map((pair) => [pair, failure]) };
}

/**
 * What stands among the results is associated. Of the others, the one that an error mentions is refused;
 * where it mentions nobody, or a record that several of them have, the store has to tell.
 */
function interpretDone(response: HttpResponse, pairs: readonly Pair[]): PairInterpretation {
  const { associated: done, errors } = parseAssociated(response.json) ?? NOTHING_SAID;
  const made = new Map<string, Set<string>>();
  for (const { fromId, toId } of done) {
    made.set(fromId, (made.get(fromId) ?? new Set()).add(toId));
  }
  const isMade = ({ fromId, toId }: Pair): boolean => made.get(fromId)?.has(toId) === true;
  const associated = pairs.filter(isMade);
  const left = new Set(pairs.filter((pair) => !isMade(pair)));
  const refused: PairInterpretation['refused'] = [];
  const unconfirmed: PairInterpretation['unconfirmed'] = [];
  const stray = errors.filter((error) => {
    const mentioned = mentionedPairs(error, [...left]);
    const failure = pairError(error, response);
    for (const pair of mentioned) {
      (mentioned.length === 1 ? refused : unconfirmed).push([pair, failure]);
      left.delete(pair);
    }
    return mentioned.length === 0;
  });
  const failure = strayPairError(stray, response);
  for (const pair of left) unconfirmed.push([pair, failure]);
  return { ...NO_PAIRS, associated, refused, unconfirmed };
}

const NOTHING_SAID = { associated: [], errors: [] };

/**
 * A refused request associated nobody. Where it mentions some of the pairs, these are sent by themselves,
 * as pairs bear being sent twice. That it mentions all of them, as by a record that they have in common,
 * says no more than if it mentioned none: for some there may be room.
 */
function interpretRefusal(response: HttpResponse, pairs: readonly Pair[]): PairInterpretation {
  const { error } = response;
  const size = smallerBatch(response, pairs.length);
  if (size !== undefined && pairs.length > 1) {
    return { ...NO_PAIRS, resend: inParts(pairs, size), isTooLarge: true };
  }
  const mentioned = mentionedPairs(error, pairs);
  if (pairs.length === 1) {
    const failure = pairError(error, response);
    return { ...NO_PAIRS, refused: pairs.map((pair) => [pair, failure]), isRefused: true };
  }
  if (mentioned.length === 0 || mentioned.length === pairs.length) {
    return { ...NO_PAIRS, toBisect: [...pairs], isRefused: true };
  }
  const others = pairs.filter((pair) => !mentioned.includes(pair));
  return { ...NO_PAIRS, resend: [mentioned, others], isQuoted: true, isRefused: true };
}
