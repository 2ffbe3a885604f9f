import { folded } from './sameValue';

/** More than this of a text tells no more about what was meant. */
const COMPARED = 60;

/**
 * The candidates, those first whose name is most like the text.
 *
 * @param namesOf What a candidate is called by.
 * @param farthest Leaves out those of which every name takes more changes of a character.
 */
export function nearest<Candidate>(
  text: string,
  candidates: readonly Candidate[],
  namesOf: (candidate: Candidate) => readonly string[],
  farthest = COMPARED,
): Candidate[] {
  const wanted = folded(text).slice(0, COMPARED);
  return candidates
    .map((candidate) => ({
      candidate,
      changes: Math.min(
        ...namesOf(candidate).map((name) =>
          changesBetween(wanted, folded(name).slice(0, COMPARED), farthest),
        ),
      ),
    }))
    .filter(({ changes }) => changes <= farthest)
    .sort((one, other) => one.changes - other.changes)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance; anything above the most is as good as infinite. */
function changesBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const changes = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      changes[column] = Math.min(
        before[column]! + 1,
        changes[column - 1]! + 1,
        before[column - 1]! + (isSame ? 0 : 1),
      );
    }
    if (Math.min(...changes) > most) return Infinity;
    before = changes;
  }
  return before[other.length]!;
}
