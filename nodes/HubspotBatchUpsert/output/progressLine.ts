import { grouped } from './summary';

/** What is known of a run while it goes on. */
interface GoingRun {
  ledger: { size: number; settled: number };
  traffic: {
    requests: number;
    retried: number;
    /** Requests that are not done, by what they wait for. */
    waiting: Readonly<Record<'rateLimit' | 'response' | 'retry', number>>;
  };
}

/**
 * How far a run is, e.g. "12,300 of 100,000 items done, 124 requests, 3 retried. Waiting for: 8
 * responses, 92 turns at the rate limit, 1 retry."
 */
export function progressLine({ ledger, traffic }: GoingRun): string {
  const { requests, retried, waiting } = traffic;
  const done = [
    `${grouped(ledger.settled)} of ${counted(ledger.size, 'item')} done`,
    counted(requests, 'request'),
    ...(retried > 0 ? [`${grouped(retried)} retried`] : []),
  ];
  const awaited = [
    ...some(waiting.response, 'response', 'responses'),
    ...some(waiting.rateLimit, 'turn at the rate limit', 'turns at the rate limit'),
    ...some(waiting.retry, 'retry', 'retries'),
  ];
  const wait = awaited.length > 0 ? ` Waiting for: ${awaited.join(', ')}.` : '';
  return `${done.join(', ')}.${wait}`;
}

function some(count: number, one: string, several: string): string[] {
  return count === 0 ? [] : [`${grouped(count)} ${count === 1 ? one : several}`];
}

function counted(count: number, thing: string): string {
  return `${grouped(count)} ${count === 1 ? thing : `${thing}s`}`;
}
