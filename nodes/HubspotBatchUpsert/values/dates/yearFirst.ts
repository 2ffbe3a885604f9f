import { monthNumber, type LeadingDay } from './calendar';
import { readIsoDay } from './isoDay';

/** `2024-03-05`, `2024/3/5`, `2024. 03. 05`: ISO 8601 and its relatives. */
const IN_FIGURES = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)(.*)$/s;

/** `20240305`, `20240305T103000Z`, `20240305103000` */
const WITHOUT_MARKS = /^(\d{4})(\d{2})(\d{2})(\d{6}|\d{4})?(?!\d)(.*)$/s;

/** `2024-Mar-05`, `2024 March 5` */
const WITH_NAME = /^(\d{4})[-/.\s]\s?([a-z]+)[-/.\s]\s?(\d{1,2})(?!\d)(.*)$/is;

/** Reads a day that is written from its year down, which has one reading. */
export function readYearFirst(text: string): LeadingDay | undefined {
  const figures = IN_FIGURES.exec(text);
  if (figures !== null) {
    const [, year, , month, day, after = ''] = figures;
    return { year: Number(year), month: Number(month), day: Number(day), after };
  }
  return readWithoutMarks(text) ?? readWithName(text) ?? readIsoDay(text);
}

/** Reads a day, or a day and a time, in nothing but digits at the start of a text. */
export function readWithoutMarks(text: string): LeadingDay | undefined {
  const match = WITHOUT_MARKS.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, time, rest = ''] = match;
  const after = time === undefined ? rest : `T${time}${rest}`;
  return { year: Number(year), month: Number(month), day: Number(day), after };
}

function readWithName(text: string): LeadingDay | undefined {
  const [, year, name = '', day, after = ''] = WITH_NAME.exec(text) ?? [];
  const month = monthNumber(name);
  return month === undefined ? undefined : { year: Number(year), month, day: Number(day), after };
}
