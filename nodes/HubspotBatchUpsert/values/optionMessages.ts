import type { PropertyOption } from '../hubspot/types';
import { showInvisible } from './invisible';
import { OptionIndex } from './optionIndex';
import { quote } from './quote';
import { folded } from './sameValue';

const OPTIONS_IN_MESSAGES = 10;

/** What to write instead of a text that is no option. */
export function unknownOption(text: string, options: readonly PropertyOption[]): string {
  const sorted =
    options.length > OPTIONS_IN_MESSAGES ? OptionIndex.of(options).nearest(text) : options;
  const shown = sorted.slice(0, OPTIONS_IN_MESSAGES).map(shownOption);
  const more = options.length - shown.length;
  return `${quote(text)} is not one of the options: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What to write instead of a text by which several options are called. */
export function severalOptions(text: string, options: readonly PropertyOption[]): string {
  const inPipelines = options.every(({ pipeline }) => pipeline !== undefined);
  const advice = inPipelines
    ? 'give the pipeline too, or write the internal value of the one that you mean'
    : 'write the internal value of the one that you mean';
  const shown = options.slice(0, OPTIONS_IN_MESSAGES).map(shownOption);
  const more = options.length - shown.length;
  return `${quote(text)} fits several options, ${shown.join(' and ')}${more > 0 ? ` and ${more} more` : ''}: ${advice}`;
}

/** What to write instead of a text that is a list of options by one separator and by another. */
export function severalLists(text: string, lists: readonly string[]): string {
  return `${quote(text)} can be read as ${lists.map((list) => quote(list)).join(' and as ')}: put ; between the options`;
}

/** A label that differs by its case alone tells nothing more. */
function shownOption({ value, label = value, pipeline }: PropertyOption): string {
  const facts = [
    ...(folded(label) === folded(value) ? [] : [showInvisible(label)]),
    ...(pipeline === undefined ? [] : [`in ${showInvisible(pipeline)}`]),
  ];
  return facts.length > 0 ? `${showInvisible(value)} (${facts.join(' ')})` : showInvisible(value);
}
