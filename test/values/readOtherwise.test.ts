import { isReadOtherwise } from '../../nodes/HubspotBatchUpsert/values/readOtherwise';

it.each<[string, unknown, string]>([
  ['number', '$1,234.50', '1234.5'],
  ['number', '1431,5', '1431.5'],
  ['number', 79.19999999999999, '79.2'],
  ['date', '31/12/2023', '2023-12-31'],
  ['date', '15 Jan 2023', '2023-01-15'],
  ['date', 43616, '2019-05-31'],
  ['date', '43616', '2019-05-31'],
  ['date', '20231231', '2023-12-31'],
  ['datetime', '12/1/10 8:26', '2010-12-01T08:26:00.000Z'],
  ['datetime', 43616.75, '2019-05-31T18:00:00.000Z'],
  ['bool', 'Yes', 'true'],
  ['enumeration', 'Gold member', 'gold'],
  ['enumeration', 'Red|Blue', 'red;blue'],
  ['enumeration', ['Red', 'blue'], 'red;blue'],
  ['enumeration', ['Red'], 'red_1'],
  ['number', ['1431,5'], '1431.5'],
])('a %s %j that becomes %j is told', (type, value, text) => {
  expect(isReadOtherwise(value, text, { name: 'x', type })).toBe(true);
});

it.each<[string | undefined, unknown, string]>([
  ['number', '1234.50', '1234.5'],
  ['number', ' 7 ', '7'],
  ['number', 7.5, '7.5'],
  ['number', 1e21, '1000000000000000000000'],
  ['date', '2023-12-31', '2023-12-31'],
  ['date', '2023-12-31T10:00:00+02:00', '2023-12-31'],
  ['date', 1709647200000, '2024-03-05'],
  ['date', '1709647200000', '2024-03-05'],
  ['datetime', '2023-12-31T10:00:00Z', '2023-12-31T10:00:00.000Z'],
  ['date', new Date(0), '1970-01-01'],
  ['bool', 'TRUE', 'true'],
  ['bool', true, 'true'],
  ['enumeration', ' gold', 'gold'],
  ['enumeration', ['gold ', 'gold', '', 'red'], 'gold;red'],
  ['enumeration', [1, 2], '1;2'],
  ['string', ' a ', 'a'],
  ['string', 'A@x.org', 'a@x.org'],
  [undefined, 7, '7'],
])('a %s %j that becomes %j stands there itself', (type, value, text) => {
  const definition = type === undefined ? undefined : { name: 'x', type };
  expect(isReadOtherwise(value, text, definition)).toBe(false);
});
