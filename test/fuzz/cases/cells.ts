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
  .map((value) => means(value, text(String(value))));

const numberCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer().map((value) => means(value, number(value))),
  fc
    .double({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, noNaN: true })
    .map((value) => means(value, number(value === 0 ? 0 : value))),
  fc.constantFrom(1e21, -1.5e300, 1e-7, 5e-324).map((value) => means(value, number(value))),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => means(`${value}`, number(value))),
  fc
    .integer()
    .map((value) => means(`\u200b${value}.50 \ufeff`, number(value + (value < 0 ? -0.5 : 0.5)))),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    .map(([digits, power]) => means(`${digits}E${power}`, number(digits * 10 ** power))),
);

const DAY_MS = 86_400_000;
const moment = fc.date({
  min: new Date('1971-01-01T00:00:00Z'),
  max: new Date('2099-12-31T23:59:59Z'),
  noInvalidDate: true,
});

const dateCell: fc.Arbitrary<Cell> = moment.chain((date) => {
  const day = date.toISOString().slice(0, 10);
  return fc
    .constantFrom<string | number>(
      day,
      ` ${day}`,
      `\u00a0${day}\u200e`,
      date.toISOString(),
      Date.parse(day),
    )
    .map((value) => means(value, text(day)));
});

const datetimeCell: fc.Arbitrary<Cell> = moment.chain((date) => {
  const later = new Date(Math.max(date.getTime(), 300 * DAY_MS));
  const iso = later.toISOString();
  const offset = iso.replace('Z', '+00:00');
  return fc
    .constantFrom<string | number>(iso, offset, later.getTime(), iso.replace('T', ' '))
    .map((value) => means(value, text(iso)));
});

const boolCell: fc.Arbitrary<Cell> = fc
  .boolean()
  .chain((truth) =>
    fc
      .constantFrom<unknown>(
        ...(truth ? [true, 'true', 'TRUE', 1, '1'] : [false, 'false', 'False', 0, '0']),
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
      means(`;${list.join(';')}`, { kind: 'adds', options: list }),
    ),
  );
}

function badCell(kind: PropertyKind): fc.Arbitrary<Cell> {
  const bad: Record<PropertyKind, unknown[]> = {
    text: [{ a: 1 }, 'x'.repeat(LONGEST + 1), NaN, Infinity, 2 ** 53],
    number: ['a dozen', '1,5', '1.2.3', true, { a: 1 }, NaN, Infinity, 12345678901234567000],
    date: ['next Tuesday', '2023-02-30', 45_231, 0, '0001-01-01', true, { a: 1 }],
    datetime: [
      'next Tuesday',
      '2023-02-30T00:00:00Z',
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

function number(held: number): Meaning {
  return { kind: 'number', number: held };
}
