import type { Batch } from '../model/batch';
import type { BatchTarget } from '../model/batchTarget';
import type { FailureSignature } from '../model/circuitBreaker';
import type { Failure } from '../model/outcome';

/** What is done with the batches of a run: records are written, and pairs of records associated. */
export interface Stage<Member, To extends BatchTarget> {
  /** Sends the members as one request and settles each of which its outcome is known then. */
  send: (batch: Batch<Member, To>) => Promise<Remainder<Member>>;
  /**
   * Settles members that may not be sent any more.
   *
   * @returns The others.
   */
  settleUnsendable: (members: readonly Member[], target: To) => Promise<Member[]>;
  /** Why the member has failed; undefined where it has not, or was not sent at all. */
  failureOf: (member: Member) => Failure | undefined;
  signatureOf: (failure: Failure, member: Member) => FailureSignature;
  /** Settles those of the members that a fault of the node left without an outcome. */
  abandon: (members: readonly Member[]) => void;
}

/** What is left of a batch after it was sent: everything else is settled. */
export interface Remainder<Member> {
  /** To be sent again, one after the other. */
  resend: Member[][];
  /** To be sent by themselves, each of these parts in a request of its own kind. */
  apart: Member[][];
  /**
   * Does the refusal only quote what all in `resend` but the last hold? Then these are sent by
   * themselves, which tells.
   */
  isQuoted: boolean;
  /** Refused together; which of them is to blame has to be found out. */
  toBisect: Member[];
  /** Did HubSpot refuse the request without naming anybody, so that it has to be divided? */
  isRefused: boolean;
  /** Does the refusal name who is to blame? */
  isNamed: boolean;
  /** Is it about the number or the size of the members? */
  isTooLarge: boolean;
  /** Did HubSpot answer for the members one by one, or does its store hold one of them all the same? */
  isTaken: boolean;
}

/** Nothing is left, and nothing was refused. */
export const NO_REMAINDER = {
  resend: [],
  apart: [],
  isQuoted: false,
  toBisect: [],
  isRefused: false,
  isNamed: false,
  isTooLarge: false,
  isTaken: false,
} satisfies Remainder<never>;
