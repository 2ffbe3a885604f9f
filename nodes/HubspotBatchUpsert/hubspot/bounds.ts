import { changeTexts, DEEPEST } from './jsonTexts';

/**
 * How much of what HubSpot says goes into items: an option list of 250 entries in each of 3,000
 * errors makes some 100 MB.
 */
const LONGEST_TEXT = 2_000;
const LONGEST_LIST = 100;

/** The beginning of a long text, and how much is left out. */
function shortText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const start = text.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '');
  const left = text.length - start.length;
  const characters = `${left.toLocaleString('en-US')} more ${left === 1 ? 'character' : 'characters'}`;
  return `${copied(start)}… (${characters})`;
}

/** The first entries of a long list, and how many are left out. */
function shortList(list: readonly unknown[]): unknown[] {
  if (list.length <= LONGEST_LIST) return [...list];
  const left = (list.length - LONGEST_LIST).toLocaleString('en-US');
  return [...list.slice(0, LONGEST_LIST), `… and ${left} more`];
}

/** Text or JSON without what is too long or nested too deep to be told, in a new object. */
export function shorten<Value>(value: Value): Value {
  return changeTexts(value, { text: shortText, list: shortList });
}

/** Takes out of a value, in its place, what is nested too deep in it. */
export function cutDepth<Value extends object>(value: Value, depth = DEEPEST): Value {
  const fields = value as Record<string, unknown>;
  for (const name in fields) {
    const inner = fields[name];
    if (typeof inner !== 'object' || inner === null) continue;
    if (depth === 1) delete fields[name];
    else cutDepth(inner, depth - 1);
  }
  return value;
}

/** A part of a text keeps all of it in memory (V8: sliced strings) until it is made anew. */
function copied(text: string): string {
  return Buffer.from(text).toString();
}
