import { isOverload, isSuccess } from '../../nodes/HubspotBatchUpsert/hubspot/statuses';

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
