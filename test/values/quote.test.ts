import { runInNewContext } from 'node:vm';
import { quote } from '../../nodes/HubspotBatchUpsert/values/quote';

const circular: Record<string, unknown> = {};
circular.self = circular;

it.each<[string, unknown, string]>([
  ['a text', 'abc', '"abc"'],
  ['a text of several lines on one', 'a\r\n\t b', '"a b"'],
  ['60 characters in full', 'x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['61 characters cut short', 'x'.repeat(61), `"${'x'.repeat(57)}..."`],
  ['what nobody sees by its code', 'a\u200b\u00a0b\ufeff', '"a\\u200b\\u00a0b\\ufeff"'],
  ['no half of a character where it cuts', `${'x'.repeat(56)}🎁🎁🎁`, `"${'x'.repeat(56)}..."`],
  ['a number', 12.5, '"12.5"'],
  ['a big integer', 9007199254740993n, '"9007199254740993"'],
  ['a symbol', Symbol('s'), '"Symbol(s)"'],
  ['a date', new Date('2024-03-05T14:00:00Z'), '"2024-03-05T14:00:00.000Z"'],
  ['a date that is none', new Date(NaN), '"null"'],
  ['an object as JSON', { a: [1] }, '"{"a":[1]}"'],
  ['what JSON cannot tell by its kind', undefined, '"undefined"'],
  [
    'an object that stands for a text as that',
    new URL('https://example.org/'),
    '"https://example.org/"',
  ],
  [
    'one that stands for a date as that',
    runInNewContext('new Date(0)'),
    '"1970-01-01T00:00:00.000Z"',
  ],
  ['one that stands for nothing by its JSON form', { toJSON: () => null }, '"null"'],
  ['an object that holds itself', circular, '"an object that JSON cannot show"'],
  [
    'an object that fails to say what it is',
    {
      toJSON: () => {
        throw new Error('no');
      },
    },
    '"an object that JSON cannot show"',
  ],
])('a message quotes %s', (_, value, quoted) => {
  expect(quote(value)).toBe(quoted);
});
