import { folded } from './sameValue';

/** As many characters as an integer has bits; what stands behind them counts as one change at most. */
const COMPARED = 32;

/** The fewest changes of a character that make one text the other. */
export type ChangesTo = (name: string) => number;

/**
 * Tells how far names are from the text, in the folded form of both. Levenshtein's distance by the
 * bits of one integer (Myers, 1999): a column of bad values asks for it thousands of times.
 */
export function changesFrom(text: string): ChangesTo {
  const wanted = folded(text);
  const length = Math.min(wanted.length, COMPARED);
  const places = new Map<number, number>();
  for (let index = 0; index < length; index += 1) {
    const code = wanted.charCodeAt(index);
    places.set(code, (places.get(code) ?? 0) | (1 << index));
  }
  const rest = wanted.slice(COMPARED);
  return (name) => {
    const changes = distance(places, length, name);
    return name.length <= COMPARED && rest === ''
      ? changes
      : changes + (name.slice(COMPARED) === rest ? 0 : 1);
  };
}

/**
 * @param places By character of the one text, a bit for each place where it stands.
 * @param length Of that text.
 */
function distance(places: ReadonlyMap<number, number>, length: number, other: string): number {
  const compared = Math.min(other.length, COMPARED);
  if (length === 0) return compared;
  const last = 1 << (length - 1);
  let more = -1;
  let less = 0;
  let changes = length;
  for (let index = 0; index < compared; index += 1) {
    const same = places.get(other.charCodeAt(index)) ?? 0;
    const diagonal = same | less;
    const across = (((same & more) + more) ^ more) | same;
    let moreAcross = less | ~(across | more);
    let lessAcross = more & across;
    if (moreAcross & last) changes += 1;
    else if (lessAcross & last) changes -= 1;
    moreAcross = (moreAcross << 1) | 1;
    lessAcross <<= 1;
    more = lessAcross | ~(diagonal | moreAcross);
    less = moreAcross & diagonal;
  }
  return changes;
}
