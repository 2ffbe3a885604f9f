import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { CircuitBreaker } from './circuitBreaker';
import type { Fault } from './fault';

/** What all that goes to one place in HubSpot has met there so far. */
export class BatchTarget {
  readonly breaker = new CircuitBreaker();
  /** How many may travel in one request, as far as HubSpot lets it be known. */
  batchSize = MAX_BATCH_SIZE;
  protected ownFault: Fault | undefined;

  /** Takes in a fault that all of it meets. The first one counts; later ones are its echoes. */
  report(fault: Fault): void {
    this.ownFault ??= fault;
  }

  /** The fault for which nothing more is sent; undefined where there is none. */
  get fault(): Fault | undefined {
    return this.ownFault;
  }

  /** Takes in how many HubSpot took at once after it had found a batch too large. */
  limitBatches(size: number): void {
    this.batchSize = Math.min(this.batchSize, size);
  }
}
