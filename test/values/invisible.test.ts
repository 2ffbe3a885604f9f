import fc from 'fast-check';
import { showInvisible, trimInvisible } from '../../nodes/HubspotBatchUpsert/values/invisible';
import { codePoint } from '../support/codePoint';

const INVISIBLE: Array<[string, string]> = [
  ['a blank', ' '],
  ['a line end', '\r\n'],
  ['a control character', '\u0000'],
  ['a no-break space', '\u00a0'],
  ['a soft hyphen', '\u00ad'],
  ['a grapheme joiner', '\u034f'],
  ['an Arabic letter mark', '\u061c'],
  ['a Mongolian vowel separator', '\u180e'],
  ['an em space', '\u2003'],
  ['a zero-width space', '\u200b'],
  ['a zero-width non-joiner', '\u200c'],
  ['a zero-width joiner', '\u200d'],
  ['a left-to-right mark', '\u200e'],
  ['a right-to-left mark', '\u200f'],
  ['a line separator', '\u2028'],
  ['an embedding', '\u202a'],
  ['an override', '\u202e'],
  ['a narrow no-break space', '\u202f'],
  ['a word joiner', '\u2060'],
  ['an isolate', '\u2066'],
  ['its end', '\u2069'],
  ['an ideographic space', '\u3000'],
  ['a byte order mark', '\ufeff'],
];

describe.each(INVISIBLE)('%s', (_, character) => {
  it('is taken off at both ends and nowhere else', () => {
    const text = `a${character}b`;
    expect(trimInvisible(`${character} ${text}${character}\t${character}`)).toBe(text);
  });

  it('alone is nothing', () => {
    expect(trimInvisible(character)).toBe('');
  });
});

it.each([
  '',
  'a',
  '0',
  '"',
  '~',
  'ü',
  '日本',
  '❤\ufe0f',
  '🏴\u{e0067}\u{e007f}',
  '👨\u200d👩',
  'क्',
])('%j has nothing to take off', (text) => {
  expect(trimInvisible(text)).toBe(text);
});

it('hundreds of thousands of blanks inside take no longer than they are many', () => {
  const text = `a${' '.repeat(500_000)}b`;
  expect(trimInvisible(text)).toBe(text);
});

it('what was trimmed has no more to take off', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (text) => {
      const trimmed = trimInvisible(text);
      expect(text).toContain(trimmed);
      expect(trimInvisible(trimmed)).toBe(trimmed);
      expect(trimmed.trim()).toBe(trimmed);
    }),
  );
});

describe('in a message', () => {
  it.each([
    ['1\u200b2', '1\\u200b2'],
    ['1\u00a02', '1\\u00a02'],
    ['\ufeffid', '\\ufeffid'],
    ['a\u0000', 'a\\u0000'],
    ['\u202ea\u2069', '\\u202ea\\u2069'],
    ['\ud83d', '\\ud83d'],
  ])('%j is shown as %s', (text, shown) => {
    expect(showInvisible(text)).toBe(shown);
  });

  it.each(['a b', 'ü', '❤\ufe0f', '🎁'])('%j is shown as it is', (text) => {
    expect(showInvisible(text)).toBe(text);
  });
});
