import {
  rateLimitHeaders,
  rateLimitHit,
} from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimitHeaders';
import { hubspotResponse } from '../support/hubspotResponse';

it.each([
  ['190', '10000', '12', { requests: 190, windowMs: 10_000, remaining: 12 }],
  ['190', '10000', '0', { requests: 190, windowMs: 10_000, remaining: 0 }],
  ['1', '60000', '0', { requests: 1, windowMs: 60_000, remaining: 0 }],
  ['0', '-1', '-5', { requests: undefined, windowMs: undefined, remaining: undefined }],
  ['Infinity', '60001', 'NaN', { requests: undefined, windowMs: undefined, remaining: undefined }],
  [
    '1e400',
    '1e15',
    '-Infinity',
    { requests: undefined, windowMs: undefined, remaining: undefined },
  ],
  ['many', '', ' ', { requests: undefined, windowMs: undefined, remaining: undefined }],
  [
    undefined,
    undefined,
    undefined,
    { requests: undefined, windowMs: undefined, remaining: undefined },
  ],
])('headers %p, %p and %p', (max, interval, remaining, expected) => {
  const headers = {
    'x-hubspot-ratelimit-max': max,
    'x-hubspot-ratelimit-interval-milliseconds': interval,
    'x-hubspot-ratelimit-remaining': remaining,
  };
  expect(rateLimitHeaders({ headers })).toEqual(expected);
});

function hit(policyName: string | undefined, retryAfter?: string) {
  const response = hubspotResponse(429, { policyName }, { 'retry-after': retryAfter });
  return rateLimitHit(response);
}

it.each([
  ['SECONDLY', 'second'],
  ['DAILY', 'day'],
  ['TEN_SECONDLY_ROLLING', 'window'],
  [undefined, 'window'],
])('the policy %p looks at the %s', (policyName, policy) => {
  expect(hit(policyName)).toEqual({ policy, askedMs: undefined });
});

it.each([
  ['0', 0],
  ['300', 300_000],
  ['301', 301_000],
  ['86400', 86_400_000],
  ['86401', undefined],
  ['1e15', undefined],
  ['Infinity', undefined],
  ['soon', undefined],
])('of a Retry-After of %s, %p ms are heard', (retryAfter, askedMs) => {
  expect(hit('TEN_SECONDLY_ROLLING', retryAfter).askedMs).toBe(askedMs);
});
