import {
  isSuccess,
  isTransientStatus,
  meaningOf,
  type StatusMeaning,
} from '../../nodes/HubspotBatchUpsert/hubspot/statuses';

const ALL = Array.from({ length: 900 }, (_, index) => 100 + index);
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
  [498, false],
  [499, true],
  [500, true],
  [501, true],
  [503, true],
  [599, true],
  [999, true],
])('%i asks for fewer requests at a time: %p', (status, overload) => {
  expect(meaningOf(status).isOverload === true).toBe(overload);
});

/** The edge did not get through to HubSpot. */
const NOT_REACHED = [521, 523, 525, 526];

const from500On = ALL.filter((status) => status >= 500);

it('what is not known to be final asks for fewer requests at a time', () => {
  const overload = statusesWhere(({ isOverload }) => isOverload);
  expect(overload).toEqual([423, 460, 499, ...from500On]);
});

it.each([408, 423, 429, 460, 477, 499, 500, 502, 503, 504, 520, 521, 523, 524, 599, 999])(
  '%i is worth repeating after a second at the least',
  (status) => {
    expect(meaningOf(status).leastWaitMs).toBeGreaterThanOrEqual(1_000);
  },
);

it.each([400, 401, 403, 404, 407, 409, 413, 422])('%i is the same when repeated', (status) => {
  expect(meaningOf(status).leastWaitMs).toBeUndefined();
  expect(meaningOf(status).isOutcomeUnknown).toBeUndefined();
  expect(isTransientStatus(status)).toBe(false);
});

it.each([
  [200, false],
  [408, true],
  [423, true],
  [429, true],
  [477, true],
  [499, true],
  [500, true],
  [501, true],
  [522, true],
  [525, true],
  [599, true],
  [NaN, false],
])('after %p the same may pass later: %p', (status, transient) => {
  expect(isTransientStatus(status)).toBe(transient);
});

it('some refusals may be about some records of a batch alone, and no other status is', () => {
  expect(statusesWhere(({ isDivisible }) => isDivisible)).toEqual([400, 409, 413, 422]);
});

it('a write may have happened all the same wherever nobody knows that it has not', () => {
  const unknown = statusesWhere(({ isOutcomeUnknown }) => isOutcomeUnknown);
  const notReached = (status: number) => NOT_REACHED.includes(status);
  expect(unknown).toEqual([408, 460, 499, ...from500On.filter((status) => !notReached(status))]);
});

it('and wherever time ran out', () => {
  const timeouts = statusesWhere(({ isTimeout }) => isTimeout);
  expect(timeouts).toEqual([408, 504, 522, 524]);
  expect(timeouts.filter((status) => !meaningOf(status).isOutcomeUnknown)).toEqual([]);
});
