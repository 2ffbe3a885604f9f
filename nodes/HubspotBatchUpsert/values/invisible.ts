/**
 * What shows nothing by itself: blanks of every kind, control characters, zero-width characters,
 * soft hyphens, marks of direction. Variation selectors and tags are not among them, because they
 * change the emoji before them.
 */
const INVISIBLE = String.raw`\u034f\s\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff`;

const IS_INVISIBLE = new RegExp(`[${INVISIBLE}]`, 'u');
/** What takes no room, so that it parts nothing; blanks and control characters do. */
const ZERO_WIDTH = new RegExp(String.raw`(?![\s\p{Cc}])[${INVISIBLE}]`, 'gu');
/** Half of a surrogate pair shows nothing either. */
const NOT_SHOWN = new RegExp(String.raw`(?! )[${INVISIBLE}\p{Cs}]`, 'gu');

/** The text without what nobody sees at its ends. */
export function trimInvisible(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isInvisible(text.charCodeAt(start))) start += 1;
  while (end > start && isInvisible(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The text without what nobody sees between two characters either. */
export function withoutZeroWidth(text: string): string {
  return text.replace(ZERO_WIDTH, '');
}

/** The text with what nobody sees, save plain blanks, written as `\u200b`. */
export function showInvisible(text: string): string {
  return text.replace(NOT_SHOWN, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

function isInvisible(code: number): boolean {
  const isPlain = code > 0x20 && code < 0x7f;
  return !isPlain && IS_INVISIBLE.test(String.fromCharCode(code));
}
