import fc from 'fast-check';
import { codePoint } from '../../support/codePoint';
import type { Cell, Meaning } from './meaning';
import type { PropertyKind } from './target';

const LONGEST = 65_536;

/** Any value for a property of the kind: mostly good ones, some empty, some bad. */
export function cellOf(kind: PropertyKind, options: readonly string[] = []): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 12, arbitrary: goodCell(kind, options) },
    { weight: 2, arbitrary: emptyCell },
    { weight: 1, arbitrary: badCell(kind) },
  );
}

const emptyCell = fc.oneof(
  fc
    .constantFrom<unknown>(null, '', [], [''], ['', ''], [null, undefined])
    .map((value) => means(value, { kind: 'empty' })),
  fc
    .constantFrom<unknown>(undefined, [undefined], [undefined, undefined])
    .map((value): Cell => ({ value })),
);

function goodCell(kind: PropertyKind, options: readonly string[]): fc.Arbitrary<Cell> {
  switch (kind) {
    case 'text':
      return textCell;
    case 'number':
      return numberCell;
    case 'date':
      return dateCell;
    case 'datetime':
      return datetimeCell;
    case 'bool':
      return boolCell;
    case 'option':
      return fc.constantFrom(...options).map((option) => means(option, text(option)));
    case 'options':
      return optionsCell(options);
  }
}

const textCell: fc.Arbitrary<Cell> = fc
  .oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
    { weight: 3, arbitrary: fc.string({ unit: codePoint, minLength: 1, maxLength: 12 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<string | number | boolean>(
        ...['__proto__', 'null', '   ', '\ud83d', '\u0000', '"]}', '<b>&amp;</b>', 'a\r\nb'],
        ...[0, 1.5, true, false],
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(1000, LONGEST).map((length) => 'ü'.repeat(length)) },
  )
  .map((value) => means(value, isNothing(value) ? { kind: 'empty' } : text(String(value))));

/** Blanks and invisible characters alone say nothing. */
export function isNothing(value: unknown): boolean {
  const nothing =
    /^(?:[\s\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f)*$/u;
  return typeof value === 'string' && nothing.test(value);
}

const localNumberCell: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.integer({ min: 1, max: 999 }),
    fc.integer({ min: 100, max: 999 }),
    fc.integer({ min: 10, max: 99 }),
  )
  .chain(([thousands, ones, hundredths]) => {
    const meant = Number(`${thousands}${ones}.${hundredths}`);
    return fc.constantFrom(
      means(`${thousands}.${ones},${hundredths}`, number(meant)),
      means(`$${thousands},${ones}.${hundredths}`, number(meant)),
      means(`-${thousands}\u202f${ones},${hundredths} EUR`, number(-meant)),
      means(`(${thousands}’${ones}.${hundredths})`, number(-meant)),
    );
  });

const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer().map((value) => means(value, number(value))),
  fc
    .double({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, noNaN: true })
    .map((value) => means(value, number(value === 0 ? 0 : ofFifteenDigits(value), value))),
  fc.constantFrom(1e21, -1.5e300, 1e-7, 5e-324).map((value) => means(value, number(value))),
  fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    // Three digits behind the point may be thousands, if another cell has a decimal comma.
    .filter((value) => !/^-?\d{1,3}\.\d{3}$/.test(`${value}`))
    .map((value) => means(`${value}`, number(value))),
  localNumberCell,
  fc
    .integer()
    .map((value) => means(`\u200b${value}.50 \ufeff`, number(value + (value < 0 ? -0.5 : 0.5)))),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    .map(([digits, power]) => means(`${digits}E${power}`, number(digits * 10 ** power))),
);

const DAY_MS = 86_400_000;

/** In these years a count of milliseconds may also be a day and a time without marks: 202312311030. */
const OF_TWO_READINGS = [1975, 1976];

const moment = fc
  .date({
    min: new Date('1971-01-01T00:00:00Z'),
    max: new Date('2099-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  .filter((date) => !OF_TWO_READINGS.includes(date.getUTCFullYear()));

const dateCell: fc.Arbitrary<Cell> = moment.chain((date) => {
  const day = date.toISOString().slice(0, 10);
  return fc
    .constantFrom<string | number>(
      day,
      ` ${day}`,
      `\u00a0${day}\u200e`,
      date.toISOString(),
      Date.parse(day),
      date.toUTCString().slice(0, 16),
      day.replaceAll('-', '/'),
      Number(day.replaceAll('-', '')),
    )
    .map((value) => means(value, text(day)));
});

/** Each names its own zone, so that none depends on the one that the node is given. */
const datetimeCell: fc.Arbitrary<Cell> = moment.chain((date) => {
  const later = new Date(Math.max(date.getTime(), 300 * DAY_MS));
  const iso = later.toISOString();
  const offset = iso.replace('Z', '+00:00');
  return fc
    .constantFrom<string | number>(
      ...[iso, offset, later.getTime(), iso.replace('T', ' ')],
      later.toUTCString().replace(/(:\d\d) /, `$1${iso.slice(19, 23)} `),
    )
    .map((value) => means(value, text(iso)));
});

const boolCell: fc.Arbitrary<Cell> = fc
  .boolean()
  .chain((truth) =>
    fc
      .constantFrom<unknown>(
        ...(truth
          ? [true, 'true', 'TRUE', 1, '1', 'Yes', 'on']
          : [false, 'false', 'False', 0, '0', 'NO', ' n ']),
      )
      .map((value) => means(value, text(String(truth)))),
  );

function optionsCell(options: readonly string[]): fc.Arbitrary<Cell> {
  const chosen = fc.subarray([...options], { minLength: 1 });
  return chosen.chain((list) =>
    fc.constantFrom(
      means(list, { kind: 'options', options: list }),
      means(list.join(';'), { kind: 'options', options: list }),
      means(list.join(' ; '), { kind: 'options', options: list }),
      means(list.join(', ').toUpperCase(), { kind: 'options', options: list }),
      means(list.join('\n'), { kind: 'options', options: list }),
      means(`;${list.join(';')}`, { kind: 'adds', options: list }),
    ),
  );
}

function badCell(kind: PropertyKind): fc.Arbitrary<Cell> {
  const bad: Record<PropertyKind, unknown[]> = {
    text: [{ a: 1 }, 'x'.repeat(LONGEST + 1), NaN, Infinity, 2 ** 53],
    number: [
      'a dozen',
      '1,500',
      '45%',
      '1.2.3',
      true,
      { a: 1 },
      NaN,
      Infinity,
      12345678901234567000,
    ],
    date: [
      ...['next Tuesday', '2023-02-30', '31/12/2023', '0001-01-01'],
      ...[45_231, 0, 202_312_311_030, true, { a: 1 }],
    ],
    datetime: [
      'next Tuesday',
      '2023-02-30T00:00:00Z',
      '3/4/2026 8:26',
      1_698_796,
      1_698_796_800_000_000,
      false,
      { a: 1 },
    ],
    bool: ['perhaps', 2, 'ja', { a: 1 }],
    option: ['none of them', 'constructor', '__proto__', { a: 1 }],
    options: ['none of them', ['none of them'], '__proto__;x', { a: 1 }],
  };
  return fc.constantFrom(...bad[kind]).map((value) => means(value, { kind: 'bad' }));
}

function means(value: unknown, meaning: Meaning): Cell {
  return { value, meaning };
}

function text(held: string): Meaning {
  return { kind: 'text', text: held };
}

/** A double's fraction is written with as many digits as every double has. */
function ofFifteenDigits(value: number): number {
  const isRounded = !Number.isInteger(value) && Math.abs(value) < 1e15;
  return isRounded ? Number(value.toPrecision(15)) : value;
}

function number(held: number, asItStands = held): Meaning {
  return { kind: 'number', number: held, asItStands };
}
