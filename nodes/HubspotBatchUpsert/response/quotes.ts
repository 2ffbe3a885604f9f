import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { objectsToValue } from '../hubspot/quotedValue';
import type { HubspotError } from '../hubspot/types';
import { valueOf, type RecordWrite } from '../model/record';

/** Longer than any sentence of HubSpot's that quotes nothing but a value or two. */
const LONGEST = 2_000;

/** Values as short as this stand in any sentence by chance. */
const MEANINGLESS = 2;

/** What HubSpot lists behind these words is what it would take, and not what it got. */
const WHAT_IS_ALLOWED =
  /\b(?:allowed|one of|options?|must|expected|valid values|maximum|minimum|limit|at most|at least|between|than)\b/i;

/** A value in such a sentence is the condition, which records that meet the demand hold as well. */
const ON_CONDITION = /\b(?:requires?|required|needs?|missing|because|when|where|if|unless)\b/i;

const OPENING = /[\s"'`([{<:=,;]/;
const CLOSING = /^(?:[\s"'`)\]}>,;:]|\.(?:\s|$))/;
const MARKS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '[': ']',
  '(': ')',
};

const LETTERS_ALONE = /^\p{L}+$/u;
const DIGITS_ALONE = /^[\d.,-]+$/;

/**
 * The records whose own value a refusal quotes, where it says nothing of properties: all that hold
 * that very value for one property. Nobody where several values may be meant, or where HubSpot might
 * say the same word or number by itself.
 */
export function quotedRecords(error: HubspotError, writes: readonly RecordWrite[]): RecordWrite[] {
  const said = [error, ...(error.errors ?? [])];
  if (said.length > MAX_BATCH_SIZE + 1) return [];
  const sentences = said.map(({ message }) => saidOfIt(message));
  const holders = new Map<string, RecordWrite[]>();
  for (const write of writes) {
    for (const property of new Set([write.target.idProperty, ...Object.keys(write.properties)])) {
      const value = valueOf(property, write) ?? '';
      if (!sentences.some((sentence) => isQuoted(value, sentence, isTelling))) continue;
      const key = JSON.stringify([property, value]);
      holders.set(key, [...(holders.get(key) ?? []), write]);
    }
  }
  const [only, ...others] = holders.values();
  return only !== undefined && others.length === 0 ? only : [];
}

/** The value among these that a sentence about their property quotes; undefined where none does, or several do. */
export function quotedAmong(
  values: Iterable<string>,
  sentence: string | undefined,
): string | undefined {
  const said = saidOfIt(sentence);
  const quoted = [...new Set(values)].filter((value) =>
    isQuoted(value, said, (isMarked) => isMarked || !LETTERS_ALONE.test(value)),
  );
  return quoted.length === 1 ? quoted[0] : undefined;
}

function isTelling(isMarked: boolean, value: string): boolean {
  return isMarked || (!LETTERS_ALONE.test(value) && !DIGITS_ALONE.test(value));
}

/** The part of a sentence that can be about what HubSpot got; nothing of one that is read elsewhere. */
function saidOfIt(sentence = ''): string {
  if (objectsToValue(sentence) || ON_CONDITION.test(sentence.slice(0, LONGEST))) return '';
  const start = sentence.slice(0, LONGEST);
  return start.slice(0, WHAT_IS_ALLOWED.exec(start)?.index);
}

/** @param isEnough Is it, going by whether marks stand around the value? */
function isQuoted(
  value: string,
  said: string,
  isEnough: (isMarked: boolean, value: string) => boolean,
): boolean {
  if (value.length <= MEANINGLESS) return false;
  for (let at = said.indexOf(value); at >= 0; at = said.indexOf(value, at + 1)) {
    const before = said.charAt(at - 1);
    const after = said.slice(at + value.length).slice(0, 2);
    const isApart =
      (before === '' || OPENING.test(before)) && (after === '' || CLOSING.test(after));
    if (isApart && isEnough(after !== '' && MARKS[before] === after.charAt(0), value)) return true;
  }
  return false;
}
