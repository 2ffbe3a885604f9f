import type { AccountReport } from '../processes/sandboxProcess';

/** What an account was asked, and how often it refused for being asked too much. */
export interface Traffic {
  requests: number;
  throttled: number;
  /** When each request that was let through arrived, in ms, in order. */
  arrivals: number[];
  /** Requests that a foreign consumer sent. */
  foreignRequests: number;
  foreignThrottled: number;
}

const FOREIGN_OPERATION = 'account';

export function trafficOf(calls: AccountReport['calls']): Traffic {
  const foreign = calls.filter(({ operation }) => operation === FOREIGN_OPERATION);
  const own = calls.filter(({ operation }) => operation !== FOREIGN_OPERATION);
  return {
    requests: own.length,
    throttled: own.filter(isThrottled).length,
    arrivals: own.filter((call) => !isThrottled(call)).map(({ at }) => at),
    foreignRequests: foreign.length,
    foreignThrottled: foreign.filter(isThrottled).length,
  };
}

function isThrottled({ status }: { status: number | null }): boolean {
  return status === 429;
}
