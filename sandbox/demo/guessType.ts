import { propertyOptions, type PropertyDefinition } from '../hubspot/properties/definition';
import type { Cell } from './file/sheet';
import { optionFor, READING_CHOICES } from './readingChoices';
import { mayBeThousands, needsComma, readNumber } from './secondOpinion/number';
import { readMoment } from './secondOpinion/dateTime';
import { isEmpty } from './secondOpinion/storedValue';
import type { ValueRules } from './secondOpinion/valueRules';

/** What a new property for a column should be. */
export interface Guess extends Pick<PropertyDefinition, 'type' | 'fieldType'> {
  options?: PropertyDefinition['options'];
  /** What the column would be under another choice, in words. */
  otherwise?: string;
}

type Kind = 'bool' | 'number' | 'date' | 'datetime';

const MIDNIGHT = 'T00:00:00.000Z';
const TRUTH = /^\s*(?:true|false|yes|no)\s*$/i;
/** Digits with a meaning by themselves: postal codes, phone numbers, article numbers. */
const CODE = /^\s*(?:\+?0\d+|\+\d+)/;

const DRAFTS: Record<Kind, Guess> = {
  bool: {
    type: 'bool',
    fieldType: 'booleancheckbox',
    options: propertyOptions({ true: 'True', false: 'False' }),
  },
  number: { type: 'number', fieldType: 'number' },
  date: { type: 'date', fieldType: 'date' },
  datetime: { type: 'datetime', fieldType: 'date' },
};

/**
 * A column is of numbers, dates or truths only if all of it is under the rules: a guess must not turn
 * a good row into a bad one.
 *
 * @param showsDates Does the file itself show the column's numbers as dates?
 */
export function guessType(cells: readonly Cell[], rules: ValueRules, showsDates: boolean): Guess {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const kind = kindOf(filled, rules, showsDates);
  const text: Guess = { type: 'string', fieldType: 'text' };
  const guess = kind ? DRAFTS[kind] : text;
  if (kind && !(kind === 'number' && showsDates)) return guess;
  return { ...guess, otherwise: otherwise(filled, rules, showsDates) };
}

function kindOf(filled: readonly Cell[], rules: ValueRules, showsDates: boolean): Kind | undefined {
  if (filled.length === 0) return undefined;
  if (filled.every((cell) => typeof cell === 'boolean' || TRUTH.test(String(cell)))) return 'bool';
  const countsDays = showsDates && rules.dateNumbers === 'spreadsheetDays';
  if (!countsDays && areNumbers(filled, rules)) return 'number';
  const moments = filled.map((cell) => readMoment(cell, { ...rules, timeZone: 'UTC' }));
  if (!moments.every((moment) => moment?.day && moment.iso)) return undefined;
  return moments.every((moment) => moment?.iso?.endsWith(MIDNIGHT)) ? 'date' : 'datetime';
}

function areNumbers(filled: readonly Cell[], rules: ValueRules): boolean {
  const texts = filled.filter((cell) => typeof cell === 'string');
  const isDoubtful =
    rules.numberFormat === 'automatic' && texts.some(needsComma) && texts.some(mayBeThousands);
  if (isDoubtful || texts.some((text) => CODE.test(text))) return false;
  return filled.every((cell) => readNumber(cell, rules) !== undefined);
}

/** The choices that would make another kind of the column: `a date with --date-order dayFirst`. */
function otherwise(
  filled: readonly Cell[],
  rules: ValueRules,
  showsDates: boolean,
): string | undefined {
  const found = READING_CHOICES.flatMap(({ rule, values }) => {
    const kinds = values
      .filter((value) => value !== rules[rule])
      .map((value) => ({ value, kind: kindOf(filled, { ...rules, [rule]: value }, showsDates) }))
      .filter(({ kind }) => kind !== undefined && !(kind === 'number' && showsDates));
    const [first] = kinds;
    if (!first) return [];
    const named = kinds.map(({ value }) => value).join(' or ');
    return [`${first.kind} with ${optionFor(rule)} ${named}`];
  });
  return found[0];
}
