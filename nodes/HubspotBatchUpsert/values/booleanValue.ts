import type { PropertyDefinition, PropertyOption } from '../hubspot/types';
import { Invalid, type ConversionResult } from './conversion';
import { showInvisible, trimInvisible } from './invisible';
import { OptionIndex } from './optionIndex';
import { quote } from './quote';
import { scalarText } from './scalar';
import type { Scalar } from './scalarForm';

/** What people write for a truth, in whatever language HubSpot is. */
const WORDS: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ['true', 'true'],
  ['1', 'true'],
  ['yes', 'true'],
  ['y', 'true'],
  ['on', 'true'],
  ['false', 'false'],
  ['0', 'false'],
  ['no', 'false'],
  ['n', 'false'],
  ['off', 'false'],
]);

/**
 * A boolean's value: true and false, the labels that the account has for them, and the common words,
 * in any case. A label that says the contrary of a common word leaves it open which is meant.
 */
export function toBooleanText(
  value: Scalar,
  { options = [] }: Pick<PropertyDefinition, 'options'> = {},
): ConversionResult {
  const text = scalarText(value);
  if (text instanceof Invalid) return text;
  const bare = trimInvisible(text);
  if (bare === 'true' || bare === 'false') return bare;
  const word = WORDS.get(bare.toLowerCase());
  const readings = new Set([...labelled(bare, options), ...(word === undefined ? [] : [word])]);
  const [reading, ...others] = readings;
  if (reading === undefined) return new Invalid(neither(value, options));
  return others.length > 0 ? new Invalid(both(value, options)) : reading;
}

function labelled(text: string, options: readonly PropertyOption[]): string[] {
  return OptionIndex.of(options)
    .meant(text)
    .map(({ value }) => value)
    .filter((option) => option === 'true' || option === 'false');
}

function both(value: Scalar, options: readonly PropertyOption[]): string {
  const labels = options.map(({ value: option, label = option }) => `${option} is ${quote(label)}`);
  return `${quote(value)} can be read as true and as false, because here ${labels.join(' and ')}: write true or false`;
}

function neither(value: Scalar, options: readonly PropertyOption[]): string {
  const labels = options.flatMap(({ value: option, label = option }) =>
    WORDS.has(label.toLowerCase()) ? [] : [showInvisible(label)],
  );
  const words = labels.length > 0 ? `one of ${labels.join(', ')}, true, false` : 'true or false';
  return `${quote(value)} is neither true nor false: write ${words}`;
}
