/**
 * What HubSpot should make of a value, known from the way the value was made, so that nothing has
 * to be worked out with code that could share the node's mistakes.
 */
export type Meaning =
  /** Held in this spelling. */
  | { kind: 'text'; text: string }
  /** Held as a number of this value; as it stands where the definitions could not be read. */
  | { kind: 'number'; number: number; asItStands?: number }
  /** Exactly these options, in any order. */
  | { kind: 'options'; options: string[] }
  /** These options besides those that are held already. */
  | { kind: 'adds'; options: string[] }
  /** Says nothing: ignored, or clears what is held. */
  | { kind: 'empty' }
  /** Nobody can store it. */
  | { kind: 'bad' };

/** A value of an item, and what it means. */
export interface Cell {
  value: unknown;
  /** Undefined where the item might as well lack the field. */
  meaning?: Meaning;
}

/** Does HubSpot hold what was meant? `''` is held where a property has no value. */
export function holds(held: string, meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'text':
      return held === meaning.text;
    case 'number':
      return held !== '' && [meaning.number, meaning.asItStands].includes(Number(held));
    case 'options':
      return sameMembers(held === '' ? [] : held.split(';'), meaning.options);
    case 'adds':
      return meaning.options.every((option) => held.split(';').includes(option));
    case 'empty':
      return held === '';
    case 'bad':
      return false;
  }
}

/** What is meant by two values for the same property of a record, written one after the other. */
export function afterOneAnother(earlier: Meaning | undefined, later: Meaning): Meaning {
  if (earlier === undefined || later.kind !== 'adds') return later;
  const before = earlier.kind === 'options' || earlier.kind === 'adds' ? earlier.options : [];
  const options = [...new Set([...before, ...later.options])];
  return { kind: earlier.kind === 'adds' ? 'adds' : 'options', options };
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  const [left, right] = [new Set(some), new Set(others)];
  return left.size === right.size && [...left].every((member) => right.has(member));
}
