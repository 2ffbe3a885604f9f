import {
  isSuccess,
  isTransientStatus,
  meaningOf,
  type StatusMeaning,
} from '../../nodes/HubspotBatchUpsert/hubspot/statuses';

const ALL = Array.from({ length: 500 }, (_, index) => 100 + index);
const statusesWhere = (holds: (meaning: StatusMeaning) => boolean | undefined) =>
  ALL.filter((status) => holds(meaningOf(status)));

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
  [501, true],
  [503, true],
  [599, true],
])('%i asks for fewer requests at a time: %p', (status, overload) => {
  expect(meaningOf(status).isOverload === true).toBe(overload);
});

it('every 5xx asks for fewer requests at a time', () => {
  const isServerFault = (status: number) => status >= 500;
  expect(statusesWhere(({ isOverload }) => isOverload)).toEqual([
    423,
    ...ALL.filter(isServerFault),
  ]);
});

it.each([408, 423, 429, 477, 500, 502, 503, 504, 520, 521, 523, 524])(
  '%i is worth repeating after a second at the least',
  (status) => {
    expect(meaningOf(status).retryAfterMs).toBeGreaterThanOrEqual(1_000);
  },
);

it.each([400, 401, 403, 404, 409, 413, 422])('%i is the same when repeated', (status) => {
  expect(meaningOf(status).retryAfterMs).toBeUndefined();
  expect(meaningOf(status).isOutcomeUnknown).toBeUndefined();
  expect(isTransientStatus(status)).toBe(false);
});

it.each([
  [200, false],
  [408, true],
  [423, true],
  [429, true],
  [477, true],
  [499, false],
  [500, true],
  [501, true],
  [522, true],
  [599, true],
  [NaN, false],
])('after %p the same may pass later: %p', (status, transient) => {
  expect(isTransientStatus(status)).toBe(transient);
});

it('some refusals may be about some records of a batch alone, and no other status is', () => {
  expect(statusesWhere(({ isDivisible }) => isDivisible)).toEqual([400, 409, 413, 422]);
});

it('a write may have happened all the same where something in between gave up on HubSpot', () => {
  const unknown = statusesWhere(({ isOutcomeUnknown }) => isOutcomeUnknown);
  expect(unknown).toEqual([408, 500, 502, 503, 504, 520, 522, 524]);
});

it('and wherever time ran out', () => {
  const timeouts = statusesWhere(({ isTimeout }) => isTimeout);
  expect(timeouts).toEqual([408, 504, 522, 524]);
  expect(timeouts.filter((status) => !meaningOf(status).isOutcomeUnknown)).toEqual([]);
});
