import fc from 'fast-check';

/** Any code point, for texts. fast-check's own takes two seconds to list them all. */
export const codePoint = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
