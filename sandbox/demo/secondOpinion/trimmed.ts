const SHOWS_NOTHING =
  /^(?:\s|\p{Cc}|\u034f|(?=\p{Default_Ignorable_Code_Point})(?![\u{10000}-\u{10ffff}])\p{Cf})$/u;

/** The text without blanks, controls and zero-width characters at its ends. */
export function trimmed(text: string): string {
  const characters = [...text];
  const first = characters.findIndex((character) => !SHOWS_NOTHING.test(character));
  const last = characters.findLastIndex((character) => !SHOWS_NOTHING.test(character));
  return characters.slice(first, last + 1).join('');
}
