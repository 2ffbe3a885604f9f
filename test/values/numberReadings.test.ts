import fc from 'fast-check';
import type { NumberFormat } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import {
  mayBeGrouped,
  showsDecimalComma,
} from '../../nodes/HubspotBatchUpsert/values/decimalComma';
import { toNumberText } from '../../nodes/HubspotBatchUpsert/values/numberValue';

const FORMATS = ['automatic', 'point', 'comma'] as const;
const NUM_RUNS = 3000;

/**
 * A second reader: it knows how people write numbers, and takes a text for a number where writing
 * the number in one of these ways gives the very same text.
 */
const WAYS = ['.', ','].flatMap((decimal) =>
  ['', '.', ',', ' ', "'", '’']
    .filter((group) => group !== decimal)
    .flatMap((group) =>
      (group === ',' ? [3, 2] : [3]).map((size) => ({ decimal, group, size }) satisfies Way),
    ),
);

interface Way {
  decimal: string;
  group: string;
  /** Digits of each group but the last, which has three. */
  size: number;
}

function written(whole: string, fraction: string | undefined, { decimal, group, size }: Way) {
  const groups: string[] = [];
  let rest = whole;
  for (let wanted = 3; rest.length > wanted && group !== ''; wanted = size) {
    groups.unshift(rest.slice(-wanted));
    rest = rest.slice(0, -wanted);
  }
  const digits = [rest, ...groups].join(group);
  return fraction === undefined ? digits : `${digits}${decimal}${fraction}`;
}

function readInWay(text: string, way: Way): string | undefined {
  const at = text.lastIndexOf(way.decimal);
  const fraction = at < 0 ? undefined : text.slice(at + 1);
  const beforeMark = at < 0 ? text : text.slice(0, at);
  const whole = way.group === '' ? beforeMark : beforeMark.split(way.group).join('');
  if (![...whole, ...(fraction ?? '')].every((digit) => digit >= '0' && digit <= '9')) return;
  if (whole === '' && (fraction ?? '') === '') return;
  if (way.decimal === ',' && fraction === '') return;
  if (way.group !== '' && (beforeMark === whole || whole.startsWith('0'))) return;
  return written(whole, fraction, way) === text ? canonical(whole, fraction) : undefined;
}

function canonical(whole: string, fraction = ''): string {
  let [left, right] = [whole, fraction];
  while (left.startsWith('0')) left = left.slice(1);
  while (right.endsWith('0')) right = right.slice(0, -1);
  return `${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`;
}

/** All that the text can mean; more than one, or nothing, is not to be taken. */
function meanings(text: string, format: NumberFormat): string[] {
  const decimal = { automatic: '.,', point: '.', comma: ',' }[format];
  const machine = readInWay(text, { decimal: '.', group: '', size: 3 });
  if (machine !== undefined && format !== 'comma') return [machine];
  const all = WAYS.filter((way) => decimal.includes(way.decimal)).map((way) =>
    readInWay(text, way),
  );
  return [...new Set(all.filter((meaning) => meaning !== undefined))];
}

const digit = fc.constantFrom('0', '1', '4', '9');
const mark = fc.constantFrom('.', ',', ' ', "'", '’');
/** Texts of digits and marks in any order, and such as people write. */
const digits = fc.oneof(
  fc
    .array(fc.oneof({ weight: 3, arbitrary: digit }, { weight: 1, arbitrary: mark }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((parts) => parts.join(''))
    // Blanks and apostrophes around the digits are not the marks of a number.
    .filter((text) => /^[\d.,]/.test(text) && /[\d.,]$/.test(text)),
  fc
    .tuple(
      fc.constantFrom(...WAYS),
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: undefined }),
    )
    .map(([way, whole, fraction]) => written(String(whole), fraction, way)),
);

/** What may stand around digits, and whether it makes them negative. */
const around = fc.constantFrom<[string, string, boolean]>(
  ...([
    ['', '', false],
    ['+', '', false],
    ['-', '', true],
    ['\u2212', '', true],
    ['(', ')', true],
    ['$', '', false],
    ['-€ ', '', true],
    ['R$ -', '', true],
    ['($', ')', true],
    ['', '\u00a0EUR', false],
    ['US$', ' USD', false],
    ['\ufeff ', '\u200b', false],
  ] as Array<[string, string, boolean]>),
);

const blank = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009');

describe.each(FORMATS)('with the number format %s,', (numberFormat) => {
  const read = (text: string) => toNumberText(text, { numberFormat });

  it('a second reader takes the same texts, for the same numbers', () => {
    let taken = 0;
    fc.assert(
      fc.property(digits, around, blank, (text, [before, behind, isNegative], space) => {
        const [only, ...others] = meanings(text, numberFormat);
        const converted = read(`${before}${text.replaceAll(' ', space)}${behind}`);
        if (only === undefined || others.length > 0) {
          expect(converted).toBeInstanceOf(Invalid);
          for (const meaning of others) {
            expect(converted).toHaveProperty('reason', expect.stringContaining(meaning));
          }
        } else {
          taken += 1;
          expect(converted).toBe(isNegative && only !== '0' ? `-${only}` : only);
        }
      }),
      { numRuns: NUM_RUNS },
    );
    expect(taken).toBeGreaterThan(NUM_RUNS / 5);
  });

  it('whatever is written is a plain number, and the same one when it is read again', () => {
    fc.assert(
      fc.property(digits, around, (text, [before, behind]) => {
        const converted = read(`${before}${text}${behind}`);
        if (converted instanceof Invalid) return;
        expect(converted).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(toNumberText(converted!, { numberFormat: 'automatic' })).toBe(converted);
        expect(toNumberText(converted!, { numberFormat: 'point' })).toBe(converted);
      }),
      { numRuns: NUM_RUNS },
    );
  });
});

it('no text that programs take for a number is another one without an option', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.stringMatching(/^[+-]?\d{1,4}(\.\d{0,4})?([eE][+-]?\d{1,2})?$/),
  );
  fc.assert(
    fc.property(number, (text) => {
      const converted = toNumberText(text, { numberFormat: 'automatic' });
      expect(Number(converted)).toBe(Number(text) + 0);
    }),
    { numRuns: NUM_RUNS },
  );
});

it('an option gives no local number another meaning than it has by itself', () => {
  fc.assert(
    fc.property(digits, fc.constantFrom('point', 'comma'), (text, numberFormat) => {
      const itself = toNumberText(text, { numberFormat: 'automatic' });
      if (itself instanceof Invalid || /^\d*\.\d*$/.test(text)) return;
      const chosen = toNumberText(text, { numberFormat });
      if (!(chosen instanceof Invalid)) expect(chosen).toBe(itself);
    }),
    { numRuns: NUM_RUNS },
  );
});

describe('a column with a decimal comma', () => {
  it('shows it where the second reader finds no other way to write the number', () => {
    fc.assert(
      fc.property(digits, around, (text, [before, behind]) => {
        const isShown =
          meanings(text, 'point').length === 0 && meanings(text, 'comma').length === 1;
        expect(showsDecimalComma(`${before}${text}${behind}`)).toBe(isShown);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it('puts numbers in doubt that the second reader would read otherwise with one', () => {
    fc.assert(
      fc.property(digits, around, (text, [before, behind]) => {
        const [machine] = meanings(text, 'automatic');
        const [grouped] = meanings(text, 'comma');
        const isDoubtful = /^\d*\.\d*$/.test(text) && grouped !== undefined && grouped !== machine;
        expect(mayBeGrouped(`${before}${text}${behind}`)).toBe(isDoubtful);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  it.each([
    ['1431,5', true],
    ['1.234,50 €', true],
    ['1,5E+03', true],
    ['1.234.567', true],
    ['1,234.50', false],
    ['12,345', false],
    ['1.500', false],
    ['1 234', false],
    ['a, 5', false],
    ['4,5 kg', false],
    ['1,5,', false],
  ])('%j shows it: %p', (text, expected) => {
    expect(showsDecimalComma(text)).toBe(expected);
  });

  it.each([
    ['1.500', true],
    ['-12.345', true],
    ['$1.500', true],
    ['1.500 EUR', true],
    ['(999.999)', true],
    ['0.500', false],
    ['1234.567', false],
    ['1.5000', false],
    ['1.50', false],
    ['1.500,0', false],
    ['1.500e3', false],
    ['1.500 kg', false],
  ])('makes %j doubtful: %p', (text, expected) => {
    expect(mayBeGrouped(text)).toBe(expected);
  });
});
