import type { CellsByProperty, Circumstances } from './expectation';
import type { Cell } from './file/sheet';
import { optionFor, READING_CHOICES, type ReadingChoice } from './readingChoices';
import { doubtfulNumbers } from './secondOpinion/doubtfulNumbers';
import { isEmpty, storedValue } from './secondOpinion/storedValue';

type Given = Pick<Circumstances, 'idProperty' | 'definitions' | 'rules'>;

const WORDS: Record<string, string> = {
  dayFirst: 'day first',
  monthFirst: 'month first',
  point: 'with a decimal point',
  comma: 'with a decimal comma',
};

const UNCHOSEN: readonly string[] = ['automatic', 'refuse', 'milliseconds'];

/**
 * Which option would have more of the file's values taken: read off the file itself, and not off
 * what the node said of it.
 */
export function proposalsOf(rows: readonly CellsByProperty[], given: Given): string[] {
  return READING_CHOICES.flatMap((choice) =>
    Object.keys(rows[0] ?? {})
      .filter((property) => isOpen(property, choice, given))
      .map((property) => propose(property, rows, choice, given))
      .filter((sentence) => sentence !== undefined),
  );
}

function isOpen(property: string, { types }: ReadingChoice, { definitions }: Given): boolean {
  const definition = definitions.get(property);
  return (
    definition !== undefined &&
    types.includes(definition.type) &&
    !definition.modificationMetadata.readOnlyValue
  );
}

function propose(
  property: string,
  rows: readonly CellsByProperty[],
  { rule, values }: ReadingChoice,
  given: Given,
): string | undefined {
  const cells = rows.map((row) => row[property] ?? '').filter((cell) => !isEmpty(cell));
  const isTaken = readerOf(property, rows, given);
  const refused = cells.filter((cell) => !isTaken(cell));
  const choices = values
    .filter((value) => value !== given.rules[rule])
    .map((value) => {
      const reads = readerOf(property, rows, {
        ...given,
        rules: { ...given.rules, [rule]: value },
      });
      return { value, cells: refused.map(reads) };
    })
    .filter((option) => option.cells.includes(true));
  const taken = [...refused.keys()].filter((at) => choices.some((choice) => choice.cells[at]));
  if (taken.length === 0) return undefined;
  const judged = choices.map((choice) => ({
    value: choice.value,
    only: taken.filter((at) =>
      choices.every((other) => (other.cells[at] ?? false) === (other === choice)),
    ).length,
  }));
  judged.sort((one, other) => other.only - one.only);
  const names = judged.map(({ value }) => value).join(' or ');
  const current = given.rules[rule];
  const many = `${taken.length.toLocaleString('en-US')} ${taken.length === 1 ? 'value' : 'values'} of \`${property}\``;
  const is = taken.length === 1;
  return UNCHOSEN.includes(current)
    ? `${many} ${is ? 'needs' : 'need'} a choice: ${optionFor(rule)} ${names}${onlySense(judged, taken.length)}`
    : `${many} ${is ? 'makes' : 'make'} no sense with ${optionFor(rule)} ${current}, but ${is ? 'does' : 'do'} with ${names}`;
}

function readerOf(
  property: string,
  rows: readonly CellsByProperty[],
  given: Given,
): (cell: Cell) => boolean {
  const definition = given.definitions.get(property);
  const isDoubtful = doubtfulNumbers(rows, given);
  return (cell) =>
    definition !== undefined &&
    !isDoubtful(property, cell) &&
    storedValue(cell, definition, given.rules) !== undefined;
}

/** Says which values leave no choice. */
function onlySense(judged: ReadonlyArray<{ value: string; only: number }>, total: number): string {
  if (judged.length < 2) return '';
  const told = judged
    .filter(({ only }) => only > 0)
    .map(({ value, only }, index) =>
      index === 0
        ? `${only === total ? 'all' : only.toLocaleString('en-US')} of them only ${only === 1 ? 'makes' : 'make'} sense ${WORDS[value]}`
        : `${only.toLocaleString('en-US')} only ${WORDS[value]}`,
    );
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}
