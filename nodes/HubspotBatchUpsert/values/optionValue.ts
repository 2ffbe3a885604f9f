import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { Invalid, type ConversionResult } from './conversion';
import { trimInvisible } from './invisible';
import { OptionIndex } from './optionIndex';
import { severalLists, severalOptions, unknownOption } from './optionMessages';
import { quote } from './quote';

/** Between several options in what HubSpot stores. */
const LIST_SEPARATOR = ';';

/** What people put between several options instead, where every part is one. */
const OTHER_SEPARATORS = [',', '|', '\n'];

/**
 * An enumeration's value: an option by its internal value or label, several joined with `;` where
 * the property takes several. A leading `;` adds to what HubSpot holds instead of replacing it.
 */
export function toOptionText(
  value: string | readonly string[],
  definition: PropertyDefinition,
): ConversionResult {
  const { options = [] } = definition;
  const takesSeveral = isMultiSelect(definition);
  if (typeof value !== 'string') {
    return value.length === 1 || takesSeveral
      ? joined(value, definition)
      : new Invalid(
          `${quote(value.join(LIST_SEPARATOR))} are several values, and this property takes one`,
        );
  }
  const whole = OptionIndex.of(options).meant(value);
  if (whole.length > 0 || !takesSeveral) return chosen(value, whole, definition);
  if (!adds(trimInvisible(value))) return fromText(value, definition);
  const added = fromText(value.slice(value.indexOf(LIST_SEPARATOR) + 1), definition);
  if (typeof added !== 'string') return added;
  return added === '' ? undefined : LIST_SEPARATOR + added;
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

function fromText(text: string, definition: PropertyDefinition): string | Invalid {
  const parts = text.split(LIST_SEPARATOR).filter((part) => !isNothing(part, definition));
  const [only = '', ...more] = parts;
  return (
    (more.length === 0 ? separatedOtherwise(only, definition) : undefined) ??
    joined(parts, definition)
  );
}

/** Undefined where some part is no option, whatever separates them. */
function separatedOtherwise(
  text: string,
  definition: PropertyDefinition,
): string | Invalid | undefined {
  const options = OptionIndex.of(definition.options ?? []);
  if (options.meant(text).length > 0) return undefined;
  const lists = new Set<string>();
  const lines = text.replace(/\r\n?/g, '\n');
  for (const separator of OTHER_SEPARATORS) {
    const parts = lines.split(separator).filter((part) => !isNothing(part, definition));
    if (parts.length === 0 || parts.some((part) => options.meant(part).length === 0)) continue;
    for (const way of [parts, options.withLongNames(parts, separator)]) {
      const list = joined(way, definition);
      if (list instanceof Invalid) return list;
      lists.add(list);
    }
  }
  const [first, ...others] = lists;
  return others.length > 0 ? new Invalid(severalLists(text, [...lists])) : first;
}

/** Each option once. */
function joined(list: readonly string[], definition: PropertyDefinition): string | Invalid {
  const options = OptionIndex.of(definition.options ?? []);
  const values = new Set<string>();
  for (const text of list) {
    if (isNothing(text, definition)) continue;
    const value = chosen(text, options.meant(text), definition);
    if (value instanceof Invalid) return value;
    values.add(value);
  }
  return [...values].join(LIST_SEPARATOR);
}

/** @param meant What the text may mean, of the options of the definition. */
function chosen(
  text: string,
  meant: readonly PropertyOption[],
  definition: PropertyDefinition,
): string | Invalid {
  const [first, ...others] = meant;
  if (others.length > 0) return new Invalid(severalOptions(text, meant));
  if (first) return first.value;
  const bare = trimInvisible(text);
  const { options = [], externalOptions } = definition;
  const mayKnowMore = externalOptions === true || options.length === 0;
  return mayKnowMore ? bare : new Invalid(unknownOption(bare, options));
}

/** What nobody sees is no option, unless one has nothing else in its name. */
function isNothing(text: string, { options = [] }: PropertyDefinition): boolean {
  return trimInvisible(text) === '' && OptionIndex.of(options).meant(text).length === 0;
}
