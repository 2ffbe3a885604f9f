import { runInNewContext } from 'node:vm';
import { DateTime, Duration } from 'luxon';
import { scalarForm } from '../../nodes/HubspotBatchUpsert/values/scalarForm';

/** Objects of a realm of its own, such as the sandbox of n8n's Code node. */
const foreign = (source: string) => runInNewContext(source) as object;

const HEX = '65f0a1b2c3d4e5f6a7b8c9d0';

/** As the bson package makes it. */
class ObjectId {
  readonly buffer = Buffer.from(HEX, 'hex');
  toHexString() {
    return this.buffer.toString('hex');
  }
  toJSON() {
    return this.toHexString();
  }
}

const date = new Date('2024-03-05T14:00:00Z');

describe('an object stands for', () => {
  it.each<[string, object, unknown]>([
    ['the text in a box', new String('a'), 'a'],
    ['the number in a box', new Number(1.5), 1.5],
    ['the boolean in a box', new Boolean(false), false],
    ['the big integer in a box', Object(5n) as object, 5n],
    ['the text in a box of another realm', foreign('new String("a")'), 'a'],
    ['the number in one', foreign('new Number(0)'), 0],
    ['the boolean in one', foreign('new Boolean(true)'), true],
    ['its date', date, date],
    ['its date, made elsewhere', foreign('new Date(1709647200000)'), date],
    ['its address', new URL('https://example.org/a'), 'https://example.org/a'],
    ['its hexadecimal digits', new ObjectId(), HEX],
    ['those digits, without a JSON form', { toHexString: () => HEX }, HEX],
    [
      'its moment, in its own zone',
      DateTime.fromISO('2024-03-05T00:30:00.000+02:00', { setZone: true }),
      '2024-03-05T00:30:00.000+02:00',
    ],
    ['its duration', Duration.fromObject({ hours: 1 }), 'PT1H'],
    ['its JSON form, a text', { toJSON: () => 'a' }, 'a'],
    ['its JSON form, a number', { toJSON: () => 2 }, 2],
    ['its JSON form, a boolean', { toJSON: () => false }, false],
    ['its JSON form, a box', { toJSON: () => new String('a') }, 'a'],
    ['what it inherits', Object.create({ toJSON: () => 'a' }) as object, 'a'],
  ])('%s', (_, value, expected) => {
    expect(scalarForm(value)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['an invalid Luxon DateTime', DateTime.fromISO('never')],
    ['an object that is null in JSON', { toJSON: () => null }],
  ])('nothing, as %s', (_, value) => {
    expect(scalarForm(value)).toBeNull();
  });
});

it('an invalid date is a date all the same', () => {
  expect(Number(scalarForm(foreign('new Date(NaN)')))).toBeNaN();
});

it.each<[string, object]>([
  ['an object', { a: 1 }],
  ['an object without a prototype', Object.create(null) as object],
  ['a list', ['a']],
  ['a map', new Map([['a', 1]])],
  ['an error', new Error('a')],
  ['a buffer', Buffer.from('a')],
  ['a field that is called like the method', { toJSON: 'a', toISO: 'b' }],
  [
    'an object whose JSON form is itself',
    {
      toJSON() {
        return this;
      },
    },
  ],
  ['an object whose JSON form is another', { toJSON: () => ({ a: 1 }) }],
  ['an object whose JSON form is undefined', { toJSON: () => undefined }],
])('%s has parts of its own', (_, value) => {
  expect(scalarForm(value)).toBeUndefined();
});

it.each<[string, object]>([
  ['a method that throws', { toJSON: fails }],
  ['a method that never ends', { toJSON: neverEnds }],
  [
    'a field that throws',
    {
      get toJSON() {
        return fails();
      },
    },
  ],
  ['an object that only claims to be a date', { [Symbol.toStringTag]: 'Date' }],
  ['a date behind a proxy', new Proxy(new Date(), {})],
  ['a proxy that was revoked', revoked()],
])('%s is an error', (_, value) => {
  expect(() => scalarForm(value)).toThrow();
});

function fails(): never {
  throw new Error('no');
}

function neverEnds(): unknown {
  return neverEnds();
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
