import { ConcurrencyLimit } from '../../nodes/HubspotBatchUpsert/rateLimit/concurrencyLimit';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { hubspotResponse } from '../support/hubspotResponse';

const LIMIT = { requests: 200, windowMs: 10_000 };
const LATENCY_MS = 500;
const SUCCESS = hubspotResponse(200);
const OVERLOAD = hubspotResponse(503);

/** Sends as many as may be under way. */
function send(concurrency: ConcurrencyLimit, latencyMs = LATENCY_MS): number {
  let sent = 0;
  for (; !concurrency.isReached(LIMIT, latencyMs); sent += 1) concurrency.onSent();
  return sent;
}

function end(concurrency: ConcurrencyLimit, count: number, result: HttpResult, at: number) {
  for (let number = 0; number < count; number += 1) {
    concurrency.onResult(result, at - LATENCY_MS, at);
  }
}

it.each([
  [0, 4],
  [1, 4],
  [50, 10],
  [300, 60],
  [5_000, 1_000],
])('at a latency of %d ms %d fill the limit in a tenth of the window', (latencyMs, most) => {
  expect(send(new ConcurrencyLimit(), latencyMs)).toBe(most);
});

it.each<[string, HttpResult]>([
  ['overloaded', OVERLOAD],
  ['too slow', { kind: 'noResponse', reason: 'timeout', code: 'CODE', message: '', sent: true }],
])('halves once for all that were under way together when HubSpot is %s', (_, result) => {
  const concurrency = new ConcurrencyLimit();
  expect(send(concurrency)).toBe(100);
  end(concurrency, 100, result, 1_000);
  expect(send(concurrency)).toBe(50);
  end(concurrency, 50, result, 2_000);
  expect(send(concurrency)).toBe(25);
});

it('never stops altogether', () => {
  const concurrency = new ConcurrencyLimit();
  for (let at = 1_000; at < 20_000; at += 1_000) end(concurrency, send(concurrency), OVERLOAD, at);
  expect(send(concurrency)).toBe(1);
});

it('comes back by one with every round of successes, up to what fills the limit', () => {
  const concurrency = new ConcurrencyLimit();
  end(concurrency, send(concurrency), OVERLOAD, 1_000);
  end(concurrency, send(concurrency), OVERLOAD, 2_000);
  const rounds: number[] = [];
  for (let at = 3_000; rounds.length < 100; at += 1_000) {
    const sent = send(concurrency);
    rounds.push(sent);
    end(concurrency, sent, SUCCESS, at);
  }
  expect(rounds.slice(0, 3)).toEqual([25, 25, 26]);
  expect(rounds.at(-1)).toBe(100);
});

it.each<[string, HttpResult]>([
  ['a refused batch', hubspotResponse(400)],
  [
    'a broken connection',
    { kind: 'noResponse', reason: 'network', code: 'CODE', message: '', sent: true },
  ],
])('%s changes nothing', (_, result) => {
  const concurrency = new ConcurrencyLimit();
  end(concurrency, send(concurrency), result, 1_000);
  expect(send(concurrency)).toBe(100);
});

it('a request that was not sent after all makes room for another', () => {
  const concurrency = new ConcurrencyLimit();
  send(concurrency);
  concurrency.onReleased();
  expect(send(concurrency)).toBe(1);
});
