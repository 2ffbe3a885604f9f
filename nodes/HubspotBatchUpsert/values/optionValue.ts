import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { Invalid, type ConversionResult } from './conversion';
import { quote } from './quote';
import { showInvisible, trimInvisible } from './invisible';

const LIST_SEPARATOR = ';';
const OPTIONS_IN_MESSAGES = 10;

/**
 * An enumeration's value: the internal value of an option, several joined with `;` where the
 * property takes several. A leading `;` adds to what HubSpot holds instead of replacing it.
 */
export function toOptionText(
  value: string | readonly string[],
  definition: PropertyDefinition,
): ConversionResult {
  const several = isMultiSelect(definition);
  const known = knownOptions(definition);
  const whole = typeof value === 'string' ? asOption(value, known) : undefined;
  if (whole !== undefined && isOption(whole, known)) return whole;
  const list = typeof value === 'string' ? splitList(value, several) : value;
  if (!several && list.length > 1) {
    return new Invalid(
      `${quote(list.join(LIST_SEPARATOR))} are several values, and this property takes one`,
    );
  }
  const chosen = list.map((entry) => asOption(entry, known)).filter((entry) => entry !== '');
  const unknown = known && chosen.find((entry) => !isOption(entry, known));
  if (known && unknown !== undefined) return new Invalid(describeUnknown(unknown, known));
  const appends = typeof value === 'string' && several && adds(trimInvisible(value));
  if (appends && chosen.length === 0) return undefined;
  return (appends ? LIST_SEPARATOR : '') + chosen.join(LIST_SEPARATOR);
}

export function isMultiSelect({ type, fieldType }: PropertyDefinition): boolean {
  return type === 'enumeration' && fieldType === 'checkbox';
}

/**
 * The one value that leaves the same options behind as two, written one after the other.
 *
 * @param earlier Undefined where there is none.
 */
export function afterOneAnother(earlier: string | undefined, later: string): string {
  if (earlier === undefined || !adds(later)) return later;
  const options = [...earlier.split(LIST_SEPARATOR), ...later.split(LIST_SEPARATOR)];
  const chosen = new Set(options.filter((option) => option !== ''));
  return (adds(earlier) ? LIST_SEPARATOR : '') + [...chosen].join(LIST_SEPARATOR);
}

/** Does one value of several options leave all those behind that another one names? */
export function holdsOptions(value = '', wanted = ''): boolean {
  const options = new Set(value.split(LIST_SEPARATOR));
  return wanted.split(LIST_SEPARATOR).every((option) => option === '' || options.has(option));
}

/** HubSpot, "CRM API | Properties": a leading separator keeps what is there. */
function adds(value: string): boolean {
  return value.startsWith(LIST_SEPARATOR);
}

/** Undefined where HubSpot keeps the options elsewhere (owners, for example): it will judge. */
function knownOptions({
  options = [],
  externalOptions,
}: PropertyDefinition): PropertyOption[] | undefined {
  return externalOptions === true || options.length === 0 ? undefined : options;
}

function isOption(text: string, known: PropertyOption[] | undefined): boolean {
  return known?.some(({ value }) => value === text) ?? false;
}

function splitList(value: string, several: boolean): string[] {
  return several ? value.split(LIST_SEPARATOR) : [value];
}

/** What nobody sees around a value is no part of it, unless an option has it there. */
function asOption(text: string, known: PropertyOption[] | undefined): string {
  return isOption(text, known) ? text : trimInvisible(text);
}

function describeUnknown(unknown: string, known: PropertyOption[]): string {
  const meant = known.find(({ label, value }) =>
    [label, value].some((name) => name?.toLowerCase() === unknown.toLowerCase()),
  );
  if (meant) {
    return `${quote(unknown)} is not an option's internal value: write ${quote(meant.value)}`;
  }
  const shown = known.slice(0, OPTIONS_IN_MESSAGES).map(({ value }) => showInvisible(value));
  const more = known.length - shown.length;
  return `${quote(unknown)} is not one of the options: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
