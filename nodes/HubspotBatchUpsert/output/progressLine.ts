import type { Traffic } from '../delivery/traffic';
import type { Ledger } from '../model/ledger';
import { counted, grouped } from './counted';

interface RunUnderWay {
  ledger: Pick<Ledger, 'size' | 'done'>;
  traffic: Pick<Traffic, 'requests' | 'retried' | 'waiting'>;
}

/**
 * How far a run is, e.g. "12,300 of 100,000 items done, 124 requests, 3 retried. Waiting for: 18
 * responses, 1 turn to leave, 1 retry."
 */
export function progressLine({ ledger, traffic }: RunUnderWay): string {
  const { requests, retried, waiting } = traffic;
  const done = [
    `${grouped(ledger.done)} of ${counted(ledger.size, 'item', 'items')} done`,
    counted(requests, 'request', 'requests'),
    ...(retried > 0 ? [`${grouped(retried)} retried`] : []),
  ];
  const waits = [
    ...some(waiting.response, 'response', 'responses'),
    ...some(waiting.turn, 'turn to leave', 'turns to leave'),
    ...some(waiting.retry, 'retry', 'retries'),
  ];
  const wait = waits.length > 0 ? ` Waiting for: ${waits.join(', ')}.` : '';
  return `${done.join(', ')}.${wait}`;
}

function some(count: number, one: string, several: string): string[] {
  return count === 0 ? [] : [counted(count, one, several)];
}
