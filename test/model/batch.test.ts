import { inParts } from '../../nodes/HubspotBatchUpsert/model/batch';

it.each([
  [5, 2, [[0, 1], [2, 3], [4]]],
  [
    4,
    2,
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [3, 100, [[0, 1, 2]]],
  [0, 100, []],
])('%i records in parts of %i', (count, size, parts) => {
  expect(inParts([...Array(count).keys()], size)).toEqual(parts);
});
