import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { decideRetry, retryAfterMs } from '../../nodes/HubspotBatchUpsert/http/retryPolicy';
import { hubspotResponse } from '../support/hubspotResponse';

const rules = { maxRetries: 5, patienceMs: 300_000 };
const responded = (status: number, json: object = {}, headers = {}) =>
  hubspotResponse(status, json, headers);
const noResponse = (reason: 'timeout' | 'network' | 'tooLarge' | 'cancelled'): HttpResult => ({
  kind: 'noResponse',
  reason,
  code: 'X',
  sent: true,
  message: '',
});

describe('results that end a request', () => {
  it.each([200, 207, 301, 400, 401, 403, 404, 409, 413, 414, 522, 525, 526])('%i', (status) => {
    expect(decideRetry(responded(status), 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it.each(['tooLarge', 'cancelled'] as const)('%s', (reason) => {
    expect(decideRetry(noResponse(reason), 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it('a refusal that only speaks of an expired token', () => {
    const result = responded(400, { category: 'EXPIRED_AUTHENTICATION' });
    expect(decideRetry(result, 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it('a credential that n8n could not sign with', () => {
    const result: HttpResult = { kind: 'authFailed', sent: false, message: '' };
    expect(decideRetry(result, 1, rules, 0)).toEqual({ do: 'accept' });
  });
});

describe('results after which the request is repeated', () => {
  it.each([
    [408, 1_000],
    [423, 2_000],
    [429, 1_000],
    [477, 1_000],
    [500, 1_000],
    [502, 2_000],
    [503, 2_000],
    [504, 2_000],
    [520, 2_000],
    [521, 2_000],
    [523, 2_000],
    [524, 2_000],
  ])('%i, after %i ms at least', (status, floor) => {
    for (const attempt of [1, 2, 3, 4, 5]) {
      for (const random of [0, 0.5, 0.999]) {
        const decision = decideRetry(responded(status), attempt, rules, random);
        expect(decision).toEqual({ do: 'retry', afterMs: expect.any(Number) as number });
        const { afterMs } = decision as { afterMs: number };
        expect(afterMs).toBeGreaterThanOrEqual(floor);
        expect(afterMs).toBeLessThanOrEqual(60_000);
      }
    }
  });

  it.each(['timeout', 'network'] as const)('a %s', (reason) => {
    expect(decideRetry(noResponse(reason), 1, rules, 0)).toMatchObject({ do: 'retry' });
  });

  it('a token that expired again', () => {
    const result = responded(401, { category: 'EXPIRED_AUTHENTICATION' });
    expect(decideRetry(result, 1, rules, 0)).toMatchObject({ do: 'retry' });
  });

  it('until the retries are used up', () => {
    expect(decideRetry(responded(502), 5, rules, 0)).toMatchObject({ do: 'retry' });
    expect(decideRetry(responded(502), 6, rules, 0)).toEqual({ do: 'accept' });
    expect(decideRetry(responded(502), 1, { ...rules, maxRetries: 0 }, 0)).toEqual({
      do: 'accept',
    });
  });

  it('later and later', () => {
    const waits = [1, 2, 3, 4].map(
      (attempt) =>
        (decideRetry(responded(502), attempt, rules, 0.5) as { afterMs: number }).afterMs,
    );
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });

  it('when Retry-After says so', () => {
    const result = responded(503, {}, { 'retry-after': '7' });
    expect(decideRetry(result, 1, rules, 0.5)).toEqual({ do: 'retry', afterMs: 7_000 });
  });

  it('when Retry-After asks for all the patience there is', () => {
    const result = responded(503, {}, { 'retry-after': '300' });
    expect(decideRetry(result, 1, rules, 0.5)).toEqual({ do: 'retry', afterMs: 300_000 });
  });

  it.each([
    ['a 429 of another policy', 429, { policyName: 'TEN_SECONDLY_ROLLING' }, '0'],
    ['a 429 that leaves requests for the day', 429, {}, '5'],
    ['another status, whatever it says of the day', 503, { policyName: 'DAILY' }, '0'],
  ])('%s', (_, status, json, remaining) => {
    const result = responded(status, json, { 'x-hubspot-ratelimit-daily-remaining': remaining });
    expect(decideRetry(result, 1, rules, 0)).toMatchObject({ do: 'retry' });
  });
});

describe('results that end the run', () => {
  it('the daily limit', () => {
    expect(decideRetry(responded(429, { policyName: 'DAILY' }), 1, rules, 0)).toMatchObject({
      do: 'stop',
      reason: expect.stringContaining('daily limit') as string,
    });
  });

  it('a 429 without a policy that leaves no request for the day', () => {
    const result = responded(429, {}, { 'x-hubspot-ratelimit-daily-remaining': '0' });
    expect(decideRetry(result, 1, rules, 0)).toEqual({
      do: 'stop',
      reason: "the account's daily limit of requests is used up until midnight in its time zone",
    });
  });

  it('a wait beyond patience', () => {
    const result = responded(477, {}, { 'retry-after': '86400' });
    expect(decideRetry(result, 1, rules, 0)).toMatchObject({
      do: 'stop',
      reason: expect.stringContaining('86400 seconds') as string,
    });
  });
});

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['0.5', 500],
    ['0', 0],
    ['-3', undefined],
    ['Tue, 05 Mar 2024 14:00:10 GMT', 10_000],
    ['Tue, 05 Mar 2024 13:00:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
    ['  ', undefined],
    [' 2 ', 2_000],
    [undefined, undefined],
  ])('%p is %p ms', (value, expected) => {
    const now = Date.parse('2024-03-05T14:00:00Z');
    expect(retryAfterMs({ 'retry-after': value }, now)).toBe(expected);
  });
});
