import { isSecondlyLimit, limitReport } from '../../nodes/HubspotBatchUpsert/pace/limitReport';

it.each([
  ['190', '10000', '12', { limit: 190, windowMs: 10_000, remaining: 12 }],
  ['190', '10000', '0', { limit: 190, windowMs: 10_000, remaining: 0 }],
  ['0', '-1', '-5', { limit: undefined, windowMs: undefined, remaining: undefined }],
  ['many', '', ' ', { limit: undefined, windowMs: undefined, remaining: undefined }],
  [
    undefined,
    undefined,
    undefined,
    { limit: undefined, windowMs: undefined, remaining: undefined },
  ],
])('headers %p, %p and %p', (max, interval, remaining, expected) => {
  const headers = {
    'x-hubspot-ratelimit-max': max,
    'x-hubspot-ratelimit-interval-milliseconds': interval,
    'x-hubspot-ratelimit-remaining': remaining,
  };
  expect(limitReport({ headers })).toEqual(expected);
});

it('the policy of one second is told from the others', () => {
  const answered = (policyName: string) =>
    ({ kind: 'answered', status: 429, headers: {}, json: { policyName }, text: '' }) as const;
  expect(isSecondlyLimit(answered('SECONDLY'))).toBe(true);
  expect(isSecondlyLimit(answered('TEN_SECONDLY_ROLLING'))).toBe(false);
  expect(isSecondlyLimit({ kind: 'credentialRefused', sent: false, message: '' })).toBe(false);
});
