import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Repeatable randomness: the same seed and stream give the same sequence on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in about `rate` (0 to 1) of the calls. */
  chance(rate: number): boolean;
  /** The same elements in another order; the input stays as it is. */
  shuffled<T>(list: readonly T[]): T[];
}

const CHANCE_STEPS = 1_000_000;

/**
 * @param seed Whole number; equal seeds repeat.
 * @param stream Keeps the uses of one seed apart, so that more draws here never shift those there.
 */
export function seededRandom(seed: number, stream: number): Random {
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b));
  const int = (min: number, max: number) => uniformInt(generator, min, max);
  return {
    int,
    chance: (rate) => int(1, CHANCE_STEPS) <= rate * CHANCE_STEPS,
    shuffled(list) {
      const copy = list.slice();
      for (let end = copy.length - 1; end > 0; end--) {
        const other = int(0, end);
        [copy[end], copy[other]] = [copy[other]!, copy[end]!];
      }
      return copy;
    },
  };
}

/** What each stream of the sandbox's seed is used for. */
export const STREAM = { latency: 1, resultOrder: 2, faults: 3 } as const;
