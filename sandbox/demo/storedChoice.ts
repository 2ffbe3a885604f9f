import { OWNERS } from '../hubspot/account';
import type { PropertyDefinition } from '../hubspot/properties/definition';
import { trimmed } from './trimmed';

/** What HubSpot would hold for a choice, as `storedValue` tells it of every other value. */

const SEPARATOR = ';';
const ALL_SEPARATORS = [SEPARATOR, ',', '|', /[\r\n]+/];

const TRUTHS = [
  { held: 'true', words: ['true', '1', 'yes', 'y', 'on'] },
  { held: 'false', words: ['false', '0', 'no', 'n', 'off'] },
];

/** By the common words and by the labels of the account; undefined where they contradict each other. */
export function storedTruth(text: string, { options }: PropertyDefinition): string | undefined {
  if (TRUTHS.some(({ held }) => held === text)) return text;
  const readings = TRUTHS.filter(({ held, words }) => {
    const labels = options.filter(({ value }) => value === held).map(({ label }) => label);
    return [...words, ...labels].some((word) => isAlike(word, text));
  });
  return readings.length === 1 ? readings[0]?.held : undefined;
}

/**
 * Sorted, where there are several.
 *
 * @param before What the record holds, which a leading `;` adds to.
 */
export function storedOptions(
  text: string,
  definition: PropertyDefinition,
  before: string,
): string | undefined {
  const whole = optionOf(text, definition);
  if (whole !== undefined || definition.fieldType !== 'checkbox') return whole;
  for (const separator of ALL_SEPARATORS) {
    const chosen = partsOf(text, separator).map((part) => optionOf(part, definition));
    if (!chosen.every((option) => option !== undefined)) continue;
    const kept = text.startsWith(SEPARATOR) ? partsOf(before, SEPARATOR) : [];
    return [...new Set([...kept, ...chosen])].sort().join(SEPARATOR);
  }
  return undefined;
}

/** The one option that is called so; undefined where there is none, or more than one. */
function optionOf(text: string, definition: PropertyDefinition): string | undefined {
  const { options, externalOptions, referencedObjectType } = definition;
  if (referencedObjectType === 'OWNER') return ownerOf(text);
  if (options.some(({ value }) => value === text)) return text;
  const labelled = options.filter(({ label }) => label === text);
  const fitting =
    labelled.length > 0
      ? labelled
      : options.filter(({ value, label }) => isAlike(value, text) || isAlike(label, text));
  if (fitting.length > 0) return fitting.length === 1 ? fitting[0]?.value : undefined;
  return externalOptions || options.length === 0 ? text : undefined;
}

function ownerOf(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  return OWNERS.find(({ email, archived }) => !archived && isAlike(email, text))?.id;
}

function partsOf(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map(trimmed)
    .filter((part) => part !== '');
}

function isAlike(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
