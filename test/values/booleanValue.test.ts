import { toBooleanText } from '../../nodes/HubspotBatchUpsert/values/booleanValue';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';

it.each<[string | number | bigint | boolean, string]>([
  [true, 'true'],
  ['true', 'true'],
  ['TRUE', 'true'],
  [' True\n', 'true'],
  ['\ufefftrue\u200b', 'true'],
  [1, 'true'],
  ['1', 'true'],
  [1n, 'true'],
  [false, 'false'],
  ['False', 'false'],
  ['\u00a0FALSE', 'false'],
  [0, 'false'],
  [-0, 'false'],
  ['0', 'false'],
])('%p is %s', (value, expected) => {
  expect(toBooleanText(value)).toBe(expected);
});

it.each<[string | number | boolean | Date, string]>([
  ['yes', '"yes"'],
  [2, '"2"'],
  ['tr\u200bue', '"tr\\u200bue"'],
  [new Date('2024-03-05T14:00:00Z'), '"2024-03-05T14:00:00.000Z"'],
])('%p is neither', (value, quoted) => {
  const reason = `${quoted} is neither true nor false`;
  expect(toBooleanText(value)).toStrictEqual(new Invalid(reason));
});
