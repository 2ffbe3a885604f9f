import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { asItemValue, scalarText, toScalar } from '../../nodes/HubspotBatchUpsert/values/scalar';

const date = new Date('2024-03-05T14:00:00Z');

describe('a value without parts', () => {
  it.each([['text'], [''], [12.5], [0], [9007199254740993n], [true], [false], [date]])(
    '%p is taken as it is',
    (value) => {
      expect(toScalar(value)).toEqual(value);
    },
  );

  it.each<[string, unknown, unknown]>([
    [
      'a Luxon DateTime',
      { toISO: () => '2024-03-05T00:30:00.000+02:00' },
      '2024-03-05T00:30:00.000+02:00',
    ],
    ['a URL', new URL('https://example.org/'), 'https://example.org/'],
    ['a box', new Number(7), 7],
    ['a date of another realm', runInNewContext('new Date(1709647200000)'), date],
  ])('is what %s stands for', (_, value, expected) => {
    expect(toScalar(value)).toEqual(expected);
  });

  it.each([
    ['text', 'text'],
    [12.5, '12.5'],
    [9007199254740993n, '9007199254740993'],
    [false, 'false'],
    [date, '2024-03-05T14:00:00.000Z'],
  ])('%p reads %j as a text', (value, expected) => {
    expect(scalarText(value)).toBe(expected);
  });
});

describe('what is no such value is refused with a reason', () => {
  it.each<[string, unknown, string]>([
    ['a number without end', -Infinity, '-Infinity is not a value that HubSpot can store'],
    ['no number', NaN, 'NaN is not a value that HubSpot can store'],
    ['an invalid Date', new Date(NaN), 'The date is not on the calendar'],
    ['an invalid Luxon DateTime', { toISO: () => null }, 'The date is not on the calendar'],
    ['a box with no number', new Number(NaN), 'NaN is not a value that HubSpot can store'],
    [
      'an invalid Date of another realm',
      runInNewContext('new Date(NaN)'),
      'The date is not on the calendar',
    ],
    [
      'what is null in JSON',
      { toJSON: () => null },
      'The object stands for nothing: in JSON it is null',
    ],
    [
      'what fails to say what it is',
      {
        toJSON: () => {
          throw new Error('no');
        },
      },
      'The object cannot be put into JSON: map one of its fields, HubSpot stores plain values',
    ],
    [
      'a proxy that was revoked',
      revoked(),
      'The object cannot be put into JSON: map one of its fields, HubSpot stores plain values',
    ],
    ['null', null, 'An empty entry in a list is not a value that HubSpot can store'],
    ['undefined', undefined, 'A value of type undefined is not one that HubSpot can store'],
    ['a symbol', Symbol('s'), 'A value of type symbol is not one that HubSpot can store'],
    [
      'an object',
      { a: 1 },
      '"{"a":1}" has parts of its own: map one of its fields, HubSpot stores plain values',
    ],
    [
      'an object with a field that is called like a method of Luxon',
      { toISO: 'x' },
      '"{"toISO":"x"}" has parts of its own: map one of its fields, HubSpot stores plain values',
    ],
  ])('%s', (_, value, reason) => {
    expect(toScalar(value)).toStrictEqual(new Invalid(reason));
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe('as an item carries it,', () => {
  it.each<[string, object, unknown]>([
    ['a URL', new URL('https://example.org/'), 'https://example.org/'],
    ['a box', new Number(7), 7],
    ['what fails to say what it is', revoked(), 'an object that JSON cannot show'],
  ])('%s is plain', (_, value, expected) => {
    expect(asItemValue(value)).toBe(expected);
  });

  it.each([
    DateTime.fromISO('2024-03-05T00:30:00.000+02:00', { setZone: true }),
    DateTime.fromISO('never'),
  ])('the Luxon DateTime %p is a text', (value) => {
    expect(asItemValue(value)).toBe(String(value));
  });

  it.each([['text'], [1.5], [true], [null], [undefined], [9n], [date], [['a']], [{ a: 1 }]])(
    '%p is what it is',
    (value) => {
      expect(asItemValue(value)).toBe(value);
    },
  );
});
