import type { LineItem } from '../lineItems';
import type { Address } from '../processes/sandboxProcess';

/** Ways to bring line items into HubSpot. */
export type WayName =
  | 'node'
  | 'nodeAssociating'
  | 'apiClient'
  | 'apiClientUnlimited'
  | 'oneByOne'
  | 'allAtOnce'
  | 'httpRequestNode'
  | 'httpRequestNodeTuned'
  | 'positionalNode'
  | 'builtInNode'
  | 'builtInNodeStopping';

/** What a way tells its user about one record. */
export type Verdict =
  | 'written'
  /** Refused for a reason that is this record's own. */
  | 'refused'
  /** Refused for a reason of its own, which is not told. */
  | 'refusedUnexplained'
  /** Not written, because there were too many requests. */
  | 'throttled'
  /** Refused with others, and one of them is to blame. */
  | 'refusedTogether'
  | 'unanswered';

/** What a way says of one record. */
export interface Told {
  verdict: Verdict;
  /** The record id that it gives for it, or that is read beside it. */
  recordId?: string;
}

export interface WayRun {
  /** From the first item given to the last outcome known. */
  milliseconds: number;
  /** One for each row, in their order. */
  told: Told[];
}

export interface WayJob extends Address {
  way: WayName;
  /** Where the compiled package is. */
  builtPackage: string;
  /** Records of all processes together. */
  total: number;
  /** The share of this process: `count` records from `first` on. */
  first: number;
  count: number;
  /** 0 to 1. */
  badShare: number;
  /** Other records that the process brings beforehand, by a service key with its own rate limit. */
  warmUp: { records: number; serviceKey: string } | undefined;
  /** Requests in flight, for the way of one request a record. */
  inFlight: number;
}

/** Loads what the way needs; what it returns does the work. */
export type PrepareWay = (
  rows: LineItem[],
  job: WayJob,
) => (() => Promise<WayRun>) | Promise<() => Promise<WayRun>>;
