import {
  OUTCOME_UNKNOWN,
  DIVISIBLE,
  isOverload,
  isSuccess,
  RETRYABLE,
  TIMED_OUT,
} from '../../nodes/HubspotBatchUpsert/hubspot/statuses';

it.each([
  [199, false],
  [200, true],
  [207, true],
  [299, true],
  [300, false],
  [400, false],
])('%i is a success: %p', (status, success) => {
  expect(isSuccess(status)).toBe(success);
});

it.each([
  [422, false],
  [423, true],
  [424, false],
  [429, false],
  [499, false],
  [500, true],
  [503, true],
])('%i asks for fewer requests at a time: %p', (status, overload) => {
  expect(isOverload(status)).toBe(overload);
});

it.each([408, 423, 429, 477, 500, 502, 503, 504, 520, 521, 523, 524])(
  '%i is worth a retry after a second at the least',
  (status) => {
    expect(RETRYABLE.get(status)).toBeGreaterThanOrEqual(1_000);
  },
);

it.each([400, 401, 403, 404, 409, 413, 422])('%i is the same when retried', (status) => {
  expect(RETRYABLE.has(status)).toBe(false);
  expect(OUTCOME_UNKNOWN.has(status)).toBe(false);
});

it.each([400, 409, 413, 422])('%i may be about some records of a batch alone', (status) => {
  expect(DIVISIBLE.has(status)).toBe(true);
});

it('a write may have happened all the same wherever time ran out', () => {
  expect([...TIMED_OUT].filter((status) => !OUTCOME_UNKNOWN.has(status))).toEqual([]);
});
