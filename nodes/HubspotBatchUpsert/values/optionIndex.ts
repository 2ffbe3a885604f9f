import type { PropertyOption } from '../hubspot/types';
import { trimInvisible } from './invisible';
import { changesFrom } from './nearest';
import { folded } from './sameValue';

/** The options of a property by what people call them. */
export class OptionIndex {
  private static readonly known = new WeakMap<readonly PropertyOption[], OptionIndex>();
  private readonly byValue = new Map<string, PropertyOption>();
  private readonly byLabel = new Map<string, PropertyOption[]>();
  private readonly byFoldedName = new Map<string, PropertyOption[]>();

  /** Made once for each list, because every value of the property looks into it. */
  static of(options: readonly PropertyOption[]): OptionIndex {
    const known = OptionIndex.known.get(options);
    if (known) return known;
    const made = new OptionIndex(options);
    OptionIndex.known.set(options, made);
    return made;
  }

  private constructor(options: readonly PropertyOption[]) {
    for (const option of options) {
      if (this.byValue.has(option.value)) continue;
      this.byValue.set(option.value, option);
      const { value, label = '' } = option;
      if (trimInvisible(label) !== '') add(this.byLabel, label, option);
      for (const name of new Set([value, label].map(bare))) {
        if (name !== '') add(this.byFoldedName, name, option);
      }
    }
  }

  /**
   * The options that a text means: by internal value; else by label; else by either in another case
   * and without what nobody sees around it. More than one where nothing tells which.
   */
  meant(text: string): readonly PropertyOption[] {
    const own = this.byValue.get(text);
    if (own) return [own];
    const trimmed = trimInvisible(text);
    const trimmedOwn = this.byValue.get(trimmed);
    if (trimmedOwn) return [trimmedOwn];
    return (
      this.byLabel.get(text) ??
      this.byLabel.get(trimmed) ??
      this.byFoldedName.get(bare(trimmed)) ??
      []
    );
  }

  /**
   * The parts of a list, those put together again that are an option with the separator in its name:
   * `Salt, Pepper` among `Salt`, `Pepper` and `Sugar`.
   */
  withLongNames(parts: readonly string[], separator: string): string[] {
    const most = this.mostParts(separator);
    const list: string[] = [];
    for (let from = 0; from < parts.length;) {
      let to = Math.min(from + most, parts.length);
      const name = (): string => parts.slice(from, to).join(separator);
      while (to > from + 1 && this.meant(name()).length === 0) to -= 1;
      list.push(name());
      from = to;
    }
    return list;
  }

  /** Of how many parts the longest name consists. */
  private mostParts(separator: string): number {
    let most = 1;
    for (const name of this.byFoldedName.keys()) {
      if (name.includes(separator)) most = Math.max(most, name.split(separator).length);
    }
    return most;
  }

  /**
   * The options, those first whose value or label is most like the text.
   *
   * @param farthest Leaves out those of which either takes more changes of a character.
   */
  nearest(text: string, farthest = Infinity): PropertyOption[] {
    const changesTo = changesFrom(text);
    const fewest = new Map<PropertyOption, number>();
    for (const [name, options] of this.byFoldedName) {
      const changes = changesTo(name);
      if (changes > farthest) continue;
      for (const option of options) {
        fewest.set(option, Math.min(changes, fewest.get(option) ?? Infinity));
      }
    }
    return [...fewest].sort(([, one], [, other]) => one - other).map(([option]) => option);
  }
}

function add(map: Map<string, PropertyOption[]>, name: string, option: PropertyOption): void {
  const same = map.get(name);
  if (same) same.push(option);
  else map.set(name, [option]);
}

function bare(name: string): string {
  return folded(trimInvisible(name).normalize('NFC'));
}
