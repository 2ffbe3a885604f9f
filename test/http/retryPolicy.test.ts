import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { decide, retryAfterMs } from '../../nodes/HubspotBatchUpsert/http/retryPolicy';

const rules = { maxRetries: 5, patienceMs: 300_000 };
const answered = (status: number, json: unknown = {}, headers = {}): HttpResult => ({
  kind: 'response',
  status,
  headers,
  json,
  text: '',
});
const unanswered = (reason: 'timeout' | 'network' | 'tooLarge' | 'cancelled'): HttpResult => ({
  kind: 'noResponse',
  reason,
  code: 'X',
  sent: true,
  message: '',
});

describe('answers that end a request', () => {
  it.each([200, 207, 301, 400, 401, 403, 404, 409, 413, 414, 522, 525, 526])('%i', (status) => {
    expect(decide(answered(status), 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it.each(['tooLarge', 'cancelled'] as const)('%s', (reason) => {
    expect(decide(unanswered(reason), 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it('a refusal that only speaks of an expired token', () => {
    const answer = answered(400, { category: 'EXPIRED_AUTHENTICATION' });
    expect(decide(answer, 1, rules, 0)).toEqual({ do: 'accept' });
  });

  it('a credential that n8n could not sign with', () => {
    const answer: HttpResult = { kind: 'authFailed', sent: false, message: '' };
    expect(decide(answer, 1, rules, 0)).toEqual({ do: 'accept' });
  });
});

describe('answers after which the request is repeated', () => {
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
        const decision = decide(answered(status), attempt, rules, random);
        expect(decision).toEqual({ do: 'repeat', afterMs: expect.any(Number) as number });
        const { afterMs } = decision as { afterMs: number };
        expect(afterMs).toBeGreaterThanOrEqual(floor);
        expect(afterMs).toBeLessThanOrEqual(60_000);
      }
    }
  });

  it.each(['timeout', 'network'] as const)('a %s', (reason) => {
    expect(decide(unanswered(reason), 1, rules, 0)).toMatchObject({ do: 'repeat' });
  });

  it('a token that expired again', () => {
    const answer = answered(401, { category: 'EXPIRED_AUTHENTICATION' });
    expect(decide(answer, 1, rules, 0)).toMatchObject({ do: 'repeat' });
  });

  it('until the retries are used up', () => {
    expect(decide(answered(502), 5, rules, 0)).toMatchObject({ do: 'repeat' });
    expect(decide(answered(502), 6, rules, 0)).toEqual({ do: 'accept' });
    expect(decide(answered(502), 1, { ...rules, maxRetries: 0 }, 0)).toEqual({ do: 'accept' });
  });

  it('later and later', () => {
    const waits = [1, 2, 3, 4].map(
      (attempt) => (decide(answered(502), attempt, rules, 0.5) as { afterMs: number }).afterMs,
    );
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });

  it('when Retry-After says so', () => {
    const answer = answered(503, {}, { 'retry-after': '7' });
    expect(decide(answer, 1, rules, 0.5)).toEqual({ do: 'repeat', afterMs: 7_000 });
  });

  it('when Retry-After asks for all the patience there is', () => {
    const answer = answered(503, {}, { 'retry-after': '300' });
    expect(decide(answer, 1, rules, 0.5)).toEqual({ do: 'repeat', afterMs: 300_000 });
  });

  it.each([
    ['a 429 of another policy', 429, { policyName: 'TEN_SECONDLY_ROLLING' }, '0'],
    ['a 429 that leaves requests for the day', 429, {}, '5'],
    ['another status, whatever it says of the day', 503, { policyName: 'DAILY' }, '0'],
  ])('%s', (_, status, json, remaining) => {
    const answer = answered(status, json, { 'x-hubspot-ratelimit-daily-remaining': remaining });
    expect(decide(answer, 1, rules, 0)).toMatchObject({ do: 'repeat' });
  });
});

describe('answers that end the run', () => {
  it('the daily limit', () => {
    expect(decide(answered(429, { policyName: 'DAILY' }), 1, rules, 0)).toMatchObject({
      do: 'stop',
      reason: expect.stringContaining('daily limit') as string,
    });
  });

  it('a 429 without a policy that leaves no request for the day', () => {
    const answer = answered(429, {}, { 'x-hubspot-ratelimit-daily-remaining': '0' });
    expect(decide(answer, 1, rules, 0)).toEqual({
      do: 'stop',
      reason: "the account's daily limit of requests is used up until midnight in its time zone",
    });
  });

  it('a wait beyond patience', () => {
    const answer = answered(477, {}, { 'retry-after': '86400' });
    expect(decide(answer, 1, rules, 0)).toMatchObject({
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
