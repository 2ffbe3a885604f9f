import type { Call } from '../endpoints/endpoint';
import type { FaultMatch } from './fault';
import { isDue, matches } from './match';

interface HeldWrite {
  match: FaultMatch;
  seen: number;
  fired: number;
  write: () => void;
}

/**
 * Writes whose client was told nothing, or something else, before they came in. What lets one in is
 * a request and never the clock, so that a test knows what it finds.
 */
export class LateWrites {
  private held: HeldWrite[] = [];

  /** How many are held. */
  get waiting(): number {
    return this.held.length;
  }

  /** @param until The request after which the write comes in; without it none does. */
  hold(until: FaultMatch | undefined, write: () => void): void {
    this.held.push({ match: until ?? { times: 0 }, seen: 0, fired: 0, write });
  }

  /** Lets in what waits for a request like this one, now that HubSpot has done its work. */
  letInAfter(call: Call): void {
    const due = this.held.filter((held) => {
      if (!matches(held.match, call)) return false;
      held.seen += 1;
      return isDue(held);
    });
    this.letIn(due);
  }

  /** Lets in all that are held, the first first. */
  letInAll(): void {
    this.letIn(this.held);
  }

  private letIn(due: readonly HeldWrite[]): void {
    this.held = this.held.filter((held) => !due.includes(held));
    for (const { write } of due) write();
  }
}
