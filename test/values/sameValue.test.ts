import { folded, isSameKey, isSameValue } from '../../nodes/HubspotBatchUpsert/values/sameValue';

it.each([
  ['a', 'A'],
  [' a\t', 'a'],
  ['Straße', 'STRASSE'],
  ['\u212a', 'k'],
])('%j and %j are alike', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});

it.each([
  ['a', 'b'],
  ['a b', 'ab'],
  ['e', 'é'],
])('%j and %j are not', (one, other) => {
  expect(folded(one)).not.toBe(folded(other));
});

it.each([
  ['a case of its own', 'K-1', 'k-1', undefined],
  ['a canonical form of Unicode', '\u0065\u0301', '\u00e9', undefined],
  ['full width', 'Ｋ１', 'k1', undefined],
  ['without blanks', 'K 1 ', 'K1', undefined],
  ['without invisible characters', '\u200bK1\ufeff', 'K1', undefined],
  ['the number without its zeros', '12345.0', '12345', { name: 'n', type: 'number' }],
  ['the day in milliseconds', '2024-03-05', '1709596800000', { name: 'd', type: 'date' }],
])('HubSpot may keep a key in %s', (_, sent, held, definition) => {
  expect(isSameKey(sent, held, definition)).toBe(true);
});

it.each([
  ['K-1', 'K-10', undefined],
  ['K-1', 'K1', undefined],
  ['12345', '12346', { name: 'n', type: 'number' }],
  ['12345', '12345.0', { name: 't', type: 'string' }],
])('no way of storing %j explains %j', (sent, held, definition) => {
  expect(isSameKey(sent, held, definition)).toBe(false);
});

it('a value of text is another one in another case', () => {
  expect(isSameValue('a', 'A', { name: 't', type: 'string' })).toBe(false);
  expect(isSameValue('a@B.io', 'A@b.io', { name: 'email', type: 'string' })).toBe(true);
});

it('an e-mail address with ß is another one than that with ss', () => {
  const email = { name: 'email', type: 'string' };
  expect(isSameValue('weiß@b.io', 'weiss@b.io', email)).toBe(false);
});

it.each([
  ['its day in milliseconds', '2024-03-05', '1709596800000', 'date', true],
  ['its day with a time', '2024-03-05', '2024-03-05T00:00:00Z', 'date', true],
  ['another day', '2024-03-05', '2024-03-06', 'date', false],
  [
    'the instant without milliseconds',
    '2024-03-04T23:00:00.000Z',
    '2024-03-04T23:00:00Z',
    'datetime',
    true,
  ],
  ['the instant in milliseconds', '2024-03-04T23:00:00.000Z', '1709593200000', 'datetime', true],
  [
    'the instant with another offset',
    '2024-03-04T23:00:00.000Z',
    '2024-03-05T00:00:00+01:00',
    'datetime',
    true,
  ],
  ['the day of the instant', '2024-03-04T23:00:00.000Z', '2024-03-04', 'datetime', false],
  ['no date', '2024-03-04T23:00:00.000Z', 'soon', 'datetime', false],
])('HubSpot may hold %s', (_, sent, held, type, isSame) => {
  expect(isSameValue(sent, held, { name: 'd', type })).toBe(isSame);
});
