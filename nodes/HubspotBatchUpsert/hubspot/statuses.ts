/** What a status of HubSpot's, or of its edge network's, means for the request that it answers. */
export interface StatusMeaning {
  /** Why it means that. */
  because: string;
  /** The least wait, in ms, after which the same request is worth sending again. */
  leastWaitMs?: number;
  /** HubSpot bears fewer requests at a time just now. */
  isOverload?: boolean;
  /** The write may have happened all the same. */
  isOutcomeUnknown?: boolean;
  /** Somebody waited in vain. */
  isTimeout?: boolean;
  /** The whole batch was refused, and some of its records may be good. */
  isDivisible?: boolean;
}

/** HubSpot's answer was lost on the way, and with it whether anything was written. */
const OUTCOME_UNKNOWN = { isOverload: true, isOutcomeUnknown: true };

/** Nobody knows what such a status means: what is not listed as safe counts as a lost answer. */
const LOST_ANSWER: StatusMeaning = {
  because: 'HubSpot, or something on the way, failed',
  leastWaitMs: 2_000,
  ...OUTCOME_UNKNOWN,
};

/** The edge did not get through: HubSpot knows nothing of the request. */
const NOT_REACHED = { isOverload: true };

/**
 * Sources: HubSpot, "Error handling" and "API usage guidelines"; the 52x are Cloudflare's, HubSpot's
 * edge network. A status below 500 that is not listed is final; from 500 on it is a lost answer.
 */
const MEANINGS: ReadonlyMap<number, StatusMeaning> = new Map([
  [400, { because: 'a record of the batch is bad, or the request', isDivisible: true }],
  [
    408,
    { because: 'it took too long', leastWaitMs: 1_000, isOutcomeUnknown: true, isTimeout: true },
  ],
  [409, { because: 'another write, or another record, is in the way', isDivisible: true }],
  [413, { because: "HubSpot's gateway found the body too large", isDivisible: true }],
  [422, { because: 'a value of the batch cannot be processed', isDivisible: true }],
  [423, { because: 'the records are locked', leastWaitMs: 2_000, isOverload: true }],
  [429, { because: 'the rate limit is used up', leastWaitMs: 1_000 }],
  [477, { because: 'the account is being moved', leastWaitMs: 1_000 }],
  // The client hung up, say proxies (nginx, AWS): the request may have gone on to HubSpot.
  [460, LOST_ANSWER],
  [499, LOST_ANSWER],
  [500, { because: 'HubSpot failed at some point', leastWaitMs: 1_000, ...OUTCOME_UNKNOWN }],
  [502, { because: 'the gateway got no usable answer', leastWaitMs: 2_000, ...OUTCOME_UNKNOWN }],
  [503, { because: 'HubSpot is overloaded', leastWaitMs: 2_000, ...OUTCOME_UNKNOWN }],
  [
    504,
    {
      because: 'the gateway waited in vain',
      leastWaitMs: 2_000,
      ...OUTCOME_UNKNOWN,
      isTimeout: true,
    },
  ],
  [520, { because: 'the edge got no usable answer', leastWaitMs: 2_000, ...OUTCOME_UNKNOWN }],
  [521, { because: 'HubSpot refused the connection', leastWaitMs: 2_000, ...NOT_REACHED }],
  [522, { because: 'the edge could not connect in time', ...OUTCOME_UNKNOWN, isTimeout: true }],
  [523, { because: 'the edge found no way to HubSpot', leastWaitMs: 2_000, ...NOT_REACHED }],
  [
    524,
    {
      because: 'the edge waited in vain',
      leastWaitMs: 2_000,
      ...OUTCOME_UNKNOWN,
      isTimeout: true,
    },
  ],
  [525, { because: 'edge and HubSpot could not agree on TLS', ...NOT_REACHED }],
  [526, { because: "the edge does not trust HubSpot's certificate", ...NOT_REACHED }],
]);

const FINAL: StatusMeaning = { because: 'HubSpot has decided' };

export function meaningOf(status: number): StatusMeaning {
  return MEANINGS.get(status) ?? (status >= 500 ? LOST_ANSWER : FINAL);
}

/** Is it HubSpot's state that is to blame and not what was sent, so that the same may pass later? */
export function isTransientStatus(status: number): boolean {
  const { leastWaitMs, isOverload } = meaningOf(status);
  return leastWaitMs !== undefined || isOverload === true;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A scope or permission is missing, or a firewall on the way refuses. */
export const FORBIDDEN = 403;

/** The object type is not there, or a record. */
export const NOT_FOUND = 404;

/** Another write, or another record, stands in the way. */
export const CONFLICT = 409;

/** A proxy on the way wants credentials of its own. */
export const PROXY_AUTHENTICATION = 407;

/** The request is too large, which says nothing about single records. */
export const TOO_LARGE = 413;

/** The policy of a 429 that no wait of a run outlasts: it ends at midnight in the account's zone. */
export const DAILY_POLICY = 'DAILY';

/** The lowest documented limit, assumed until HubSpot's headers tell the account's own. */
export const LOWEST_LIMIT = { requests: 100, windowMs: 10_000 };
