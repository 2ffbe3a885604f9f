import { readingsOf, onlyReading, type DecimalMark, type Readings } from './localNumber';
import type { Amount } from './amount';
import { Invalid } from './conversion';
import { plainDecimal } from './decimal';
import { quote } from './quote';

/** What the editor calls the option's values. */
const NAMES: Record<DecimalMark, string> = { point: 'Decimal Point', comma: 'Decimal Comma' };

const PER_CENT = /^(?:([+-]?)#%|([+-]?)%#|%([+-]?)#)$/;

/** What to write instead of what is no number. */
const DIGITS_ALONE = 'write digits with one decimal mark, such as 1234.5';

export function notANumber(text: unknown): Invalid {
  return new Invalid(`${quote(text)} is not a number: ${DIGITS_ALONE}`);
}

export function twoReadings(text: string, { point, comma }: Readings): Invalid {
  return new Invalid(
    `${quote(text)} is ${point} or ${comma}: set the option Number Format to ${NAMES.point} or ${NAMES.comma}`,
  );
}

/** The other format would take the number, and the option decides for all values of the run. */
export function otherNumberFormat(text: string, readings: Readings, format: DecimalMark): Invalid {
  const [mark, other] =
    format === 'point' ? ['comma', 'comma' as const] : ['point', 'point' as const];
  return new Invalid(
    `${quote(text)} is not a number with the option Number Format at ${NAMES[format]}, where a ${mark} groups thousands; it is ${readings[other]} with ${NAMES[other]}`,
  );
}

/** Something that is neither sign nor currency stands before or behind the digits. */
export function standsBesideText(text: string, { digits, around }: Amount): Invalid {
  const match = PER_CENT.exec(around);
  if (match) {
    const sign = match.slice(1).includes('-') ? '-' : '';
    const number = onlyReading(digits, readingsOf(digits, sign));
    if (number !== undefined) {
      const part = plainDecimal(`${number}e-2`);
      return new Invalid(
        `${quote(text)} is a percentage: write ${number} or ${part}, as the property counts`,
      );
    }
  }
  // A letter right before digits makes a code of them, as in A1.
  return /[\p{L}%‰°]/u.test(around) && !/\p{L}\d/u.test(text) && isAnyNumber(digits)
    ? new Invalid(`${quote(text)} is more than a number: write the number alone, in full`)
    : notANumber(text);
}

function isAnyNumber(digits: string): boolean {
  const { point, comma } = readingsOf(digits, '');
  return point !== undefined || comma !== undefined;
}
