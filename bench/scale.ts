import type { RateLimit } from '../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../sandbox/hubspot/options';
import type { Mapping } from './measure/runWithoutNetwork';

/** How large a run of the bench is. */
export interface Scale {
  isShort: boolean;
  latency: Latency;
  /** Records of the runs that only the node makes. */
  records: number;
  /** Records of the runs that the peers make, too. */
  peerRecords: number;
  /** Records for the way of one request a record, from which the rest is extrapolated. */
  singles: number;
  /** Requests that the way of one request a record has in flight: enough for the limit, no more. */
  singlesInFlight: number;
  /** Records for the ways that send one request after the other: of 100 records, and of one. */
  inSequence: { batched: number; single: number };
  /** Private app of a Professional or Enterprise account. */
  privateApp: RateLimit;
  oauthApp: RateLimit;
  /** Processes that share an account. */
  processes: readonly number[];
  /** Numbers of items for the node's own cost. */
  items: Record<Mapping, readonly number[]>;
  webhooks: {
    /** Calls at the same time. */
    atOnce: number;
    /** More than the limit takes one by one. */
    steadyPerSecond: number;
    steadySeconds: number;
    /** Far less than that. */
    calmPerSecond: number;
  };
  bounds: Bounds;
}

/** What must hold. */
export interface Bounds {
  aloneRatio: number;
  besideRatio: number;
  associatedRatio: number;
  togetherRatio: number;
  /** Of the most processes that share an account. */
  fairness: number;
  throttledShare: number;
  /** The node's own time by that of parsing the responses alone, and where every row has labels, local numbers and dates. */
  timesParsing: number;
  localTimesParsing: number;
  growthExponent: number;
  peakMemory: number;
  /** So many times as fast are calls at once as without joining. */
  joiningGain: number;
  /** The time of a call that nothing else waits beside, by the same without joining. */
  calmP50: number;
}

const BOUNDS: Bounds = {
  aloneRatio: 0.97,
  besideRatio: 0.92,
  associatedRatio: 0.95,
  togetherRatio: 0.9,
  fairness: 0.6,
  throttledShare: 0.01,
  timesParsing: 8,
  localTimesParsing: 12,
  growthExponent: 1.05,
  peakMemory: 1.25,
  joiningGain: 20,
  calmP50: 1.1,
};

const FULL: Scale = {
  isShort: false,
  latency: { minMs: 300, maxMs: 800 },
  records: 100_000,
  peerRecords: 100_000,
  singles: 1_900,
  singlesInFlight: 10,
  inSequence: { batched: 10_000, single: 100 },
  privateApp: limit(190, 10_000),
  oauthApp: limit(110, 10_000),
  processes: [2, 4, 8],
  items: {
    automatic: [1_000, 10_000, 100_000, 1_000_000],
    local: [10_000, 100_000],
    expressions: [1_000, 10_000, 100_000, 1_000_000],
    computed: [1_000, 10_000, 100_000],
  },
  webhooks: { atOnce: 1_000, steadyPerSecond: 30, steadySeconds: 60, calmPerSecond: 5 },
  bounds: BOUNDS,
};

/**
 * A fifth of every time and number, so that the ratios stay what they are. What does not shrink is
 * the processor's work and the clock's grain, hence the wider bounds: the short form is to see a
 * regression, the full form to see the truth.
 */
const SHORT: Scale = {
  isShort: true,
  latency: { minMs: 60, maxMs: 160 },
  records: 20_000,
  peerRecords: 5_000,
  singles: 100,
  singlesInFlight: 2,
  inSequence: { batched: 5_000, single: 50 },
  privateApp: limit(38, 2_000),
  oauthApp: limit(22, 2_000),
  processes: [2, 8],
  items: {
    automatic: [1_000, 10_000, 100_000],
    local: [10_000],
    expressions: [1_000, 10_000, 100_000],
    computed: [1_000, 10_000],
  },
  webhooks: { atOnce: 200, steadyPerSecond: 30, steadySeconds: 8, calmPerSecond: 5 },
  bounds: {
    ...BOUNDS,
    joiningGain: 4,
    aloneRatio: 0.9,
    besideRatio: 0.85,
    togetherRatio: 0.8,
    fairness: 0.5,
    throttledShare: 0.02,
    growthExponent: 1.15,
  },
};

export function scaleOf(isShort: boolean): Scale {
  return isShort ? SHORT : FULL;
}

function limit(perWindow: number, windowMs: number): RateLimit {
  return { perWindow, windowMs, daily: 1_000_000, kind: 'rolling' };
}
