import { SAMPLE, type CircuitBreaker } from '../model/circuitBreaker';
import type { Remainder } from './sendBatch';
import type { Turns } from './turns';

/** So often HubSpot may name a few of a batch's records, and refuse the others as well. */
const MOST_NAMINGS = 10;

/**
 * What a batch has shown since HubSpot refused it whole, and it is searched for the bad records or cut
 * into smaller batches.
 *
 * As long as HubSpot takes nothing, the refusal may be one that every record of the run meets: batches
 * take turns then, with a sample of each, so that the run learns it from a few.
 */
export class Search {
  private endTurn: (() => void) | undefined;
  private failedInTurn = 0;
  private namings = 0;
  private largestTaken = 0;
  private isAboutSize = false;
  private begun = false;

  constructor(
    private readonly turns: Turns,
    private readonly breaker: CircuitBreaker,
  ) {}

  /** Was the batch refused before, so that what fails now may fail for everybody's reason? */
  get hasBegun(): boolean {
    return this.begun;
  }

  /** Are there so many that HubSpot names that the others are better tested in groups? */
  get namesTooMany(): boolean {
    return this.namings > MOST_NAMINGS;
  }

  /** How many records HubSpot takes at a time; undefined where it did not object to their number. */
  get takenAtOnce(): number | undefined {
    return this.isAboutSize && this.largestTaken > 0 ? this.largestTaken : undefined;
  }

  /** Resolves when something of the batch may be sent: in its turn, or when HubSpot takes something. */
  async turn(): Promise<void> {
    if (this.begun && this.breaker.isSuspicious) this.endTurn ??= await this.turns.take();
  }

  /**
   * Takes in what came of a request.
   *
   * @param sent How many records it held.
   * @param failed How many of them failed for what may be everybody's reason.
   */
  takeIn(remainder: Remainder, sent: number, failed: number): void {
    const { isTaken, isNamed, isRefused, isTooLarge } = remainder;
    this.failedInTurn += failed;
    if (isTaken || this.failedInTurn >= SAMPLE) this.end();
    if (isTaken) {
      this.breaker.reset();
      this.turns.letAllGo();
    } else if (isNamed || isRefused || isTooLarge) this.breaker.countRefusal();
    if (isTaken) this.largestTaken = Math.max(this.largestTaken, sent);
    this.namings = isTaken ? 0 : this.namings + (isNamed ? 1 : 0);
    this.isAboutSize ||= isTooLarge;
    this.begun ||= isNamed || isRefused || isTooLarge;
  }

  /** Lets the next batch have its turn. */
  end(): void {
    this.endTurn?.();
    this.endTurn = undefined;
    this.failedInTurn = 0;
  }
}
