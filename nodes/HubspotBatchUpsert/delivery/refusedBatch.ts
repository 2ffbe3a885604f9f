import type { Batch } from '../model/batch';
import { SAMPLE } from '../model/circuitBreaker';
import type { BatchTarget } from '../model/batchTarget';
import type { Remainder } from './stage';
import type { Turns } from './turns';

/** So often HubSpot may name a few of a batch's records, and refuse the others as well. */
const MOST_NAMINGS = 10;

/**
 * So often a batch is divided by the values that HubSpot quotes, and so often for each of its records:
 * every bad one costs two requests then, and where all are bad a group test costs little more than one.
 */
const MOST_QUOTATIONS = 5;
const QUOTATIONS_PER_RECORD = 1 / 8;

/**
 * What a batch has shown since HubSpot refused it whole, and is tested in groups or cut into smaller
 * ones.
 *
 * As long as HubSpot takes nothing, the refusal may be one that every record of the run meets: batches
 * take turns then, with a sample of each, so that the run learns it from a few.
 */
export class RefusedBatch<Member> {
  private endTurn: (() => void) | undefined;
  private failedInTurn = 0;
  private namings = 0;
  private quotationsLeft: number;
  private isQuotedNext = false;
  private largestAllowed = 0;
  private isAboutSize = false;
  private isRefused = false;
  private hasCounted = false;

  constructor(
    private readonly batch: Batch<Member, BatchTarget>,
    private readonly turns: Turns,
  ) {
    const { length } = batch.members;
    this.quotationsLeft = Math.min(MOST_QUOTATIONS, length * QUOTATIONS_PER_RECORD);
  }

  /**
   * What to do after a request. Where HubSpot took what it had quoted, or quotes too many, the batch
   * is tested in groups.
   */
  heed(remainder: Remainder<Member>): Remainder<Member> {
    const { isQuoted, isTaken, resend } = remainder;
    if (this.isQuotedNext && isTaken) this.quotationsLeft = 0;
    this.isQuotedNext = isQuoted && this.quotationsLeft >= 1;
    if (this.isQuotedNext) this.quotationsLeft -= 1;
    return isQuoted && !this.isQuotedNext
      ? { ...remainder, isQuoted: false, resend: [], toBisect: resend.flat() }
      : remainder;
  }

  /**
   * The records of which those that have failed may have failed for everybody's reason. One refusal
   * that names records is believed; where another one follows, those that were named count, too.
   */
  concerned({ isTaken, isNamed }: Remainder<Member>, sent: readonly Member[]): readonly Member[] {
    const { members } = this.batch;
    if (isTaken || (isNamed && !this.isRefused && members.length > 1)) return [];
    const concerned = this.hasCounted ? sent : members;
    this.hasCounted = true;
    return concerned;
  }

  /** Are there so many that HubSpot names that the others are better tested in groups? */
  get namesTooMany(): boolean {
    return this.namings > MOST_NAMINGS;
  }

  /** How many records a request may hold; undefined where HubSpot did not object to their number. */
  get allowedAtOnce(): number | undefined {
    return this.isAboutSize && this.largestAllowed > 0 ? this.largestAllowed : undefined;
  }

  /** Resolves when something of the batch may be sent: in its turn, or when HubSpot takes something. */
  async turn(): Promise<void> {
    if (this.isRefused && this.batch.target.breaker.isSuspicious)
      this.endTurn ??= await this.turns.take();
  }

  /**
   * Takes in what came of a request.
   *
   * @param sent How many records it held.
   * @param failed How many of those that it concerned have failed.
   */
  takeIn(remainder: Remainder<Member>, sent: number, failed: number): void {
    const { isTaken, isNamed, isRefused, isTooLarge } = remainder;
    const { breaker } = this.batch.target;
    this.failedInTurn += failed;
    if (isTaken || this.failedInTurn >= SAMPLE) this.end();
    if (isTaken) {
      breaker.reset();
      this.turns.letAllGo();
      this.hasCounted = true;
    } else if (isNamed || isRefused || isTooLarge) breaker.countRefusal();
    if (isTaken || ((isNamed || isRefused) && !isTooLarge)) {
      this.largestAllowed = Math.max(this.largestAllowed, sent);
    }
    this.namings = isTaken ? 0 : this.namings + (isNamed ? 1 : 0);
    this.isAboutSize ||= isTooLarge;
    this.isRefused ||= isNamed || isRefused || isTooLarge;
  }

  /** Lets the next batch have its turn. */
  end(): void {
    this.endTurn?.();
    this.endTurn = undefined;
    this.failedInTurn = 0;
  }
}
