import type { Call } from '../endpoints/endpoint';
import { STREAM, seededRandom } from '../random';
import type { FaultAction, FaultMatch, FaultOrder } from './fault';
import { LateWrites } from './lateWrites';
import { isDue, matches } from './match';
import type { Tally } from './match';

/** An order as the sandbox keeps it. */
interface Standing extends Tally {
  actions: () => FaultAction[];
}

/** A hold on an order. */
export interface OrderedFault {
  /** How often it struck. */
  fired(): number;
  remove(): void;
}

export interface RandomFaults {
  seed: number;
  /** Part of the matching requests that are struck, 0 to 1. */
  rate: number;
  /** One of these is drawn each time. */
  do: FaultAction[];
  match?: FaultMatch;
}

/**
 * The faults that were ordered. Requests that a token, a rate limit or a scope already refuses are
 * not struck and not counted, so that the n-th request is the n-th that HubSpot would work on.
 */
export class Faults {
  /** What `lateWrite` holds back. */
  readonly lateWrites = new LateWrites();
  private orders: Standing[] = [];

  add({ match = {}, do: ordered }: FaultOrder): OrderedFault {
    const actions = Array.isArray(ordered) ? ordered : [ordered];
    return this.keep(match, () => actions);
  }

  /** Strikes at random, the same way for the same seed and the same order of requests. */
  random({ seed, rate, do: choices, match = {} }: RandomFaults): OrderedFault {
    const random = seededRandom(seed, STREAM.faults);
    return this.keep(match, () =>
      random.chance(rate) ? [choices[random.int(0, choices.length - 1)]!] : [],
    );
  }

  clear(): void {
    this.orders = [];
  }

  /** What strikes this request: the actions of the first order that fires; every order counts it. */
  next(call: Call): FaultAction[] {
    let actions: FaultAction[] = [];
    for (const order of this.orders) {
      if (!matches(order.match, call)) continue;
      order.seen += 1;
      if (actions.length > 0 || !isDue(order)) continue;
      actions = order.actions();
      if (actions.length > 0) order.fired += 1;
    }
    return actions;
  }

  private keep(match: FaultMatch, actions: () => FaultAction[]): OrderedFault {
    const order: Standing = { match, seen: 0, fired: 0, actions };
    this.orders.push(order);
    return {
      fired: () => order.fired,
      remove: () => {
        this.orders = this.orders.filter((other) => other !== order);
      },
    };
  }
}
