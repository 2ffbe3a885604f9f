import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/** Cases of a run of all properties together, unless FUZZ_CASES says otherwise. */
const CASES = Number(process.env.FUZZ_CASES ?? 520);

/** Repeats a run; random unless FUZZ_SEED says otherwise. */
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));

/** Cases that run side by side, so that the waits of one are the work of others. */
const LANES = 10;

/** How long a counter-example may be made smaller; every other case is let off meanwhile. */
const SHRINKING_MS = 30_000;

const HOUR_MS = 3_600_000;

/**
 * Tries a property on a share of all cases. Fails with the seeds, the smallest counter-example and
 * what speaks against it.
 *
 * @param share Part of all cases, 0 to 1.
 * @param check Gives what speaks against a case; nothing where it holds.
 */
export async function soak<Case>(
  share: number,
  cases: fc.Arbitrary<Case>,
  check: (given: Case) => Promise<string[]>,
): Promise<void> {
  let shrinking: { lane: number; until: number } | undefined;
  const numRuns = Math.ceil((CASES * share) / LANES);
  const lanes = Array.from({ length: LANES }, (_, lane) => {
    const isLetOff = () =>
      shrinking !== undefined && (shrinking.lane !== lane || Date.now() > shrinking.until);
    const property = fc.asyncProperty(cases, async (given) => {
      if (isLetOff()) return;
      const objections = await check(given);
      if (objections.length === 0 || isLetOff()) return;
      shrinking ??= { lane, until: Date.now() + SHRINKING_MS };
      throw new Error(objections.slice(0, 8).join('\n'));
    });
    return fc.assert(property, { seed: SEED + lane, numRuns });
  });
  const ends = await Promise.allSettled(lanes);
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [describe(end.reason)] : []));
  if (failures.length > 0) {
    throw new Error(`FUZZ_SEED=${SEED} FUZZ_CASES=${CASES} repeats this: ${failures[0]}`);
  }
  process.stderr.write(`${numRuns * LANES} cases without a counter-example, FUZZ_SEED=${SEED}\n`);
}

function describe(reason: unknown): string {
  const objections = reason instanceof Error ? reason.cause : undefined;
  return `${objections instanceof Error ? objections.message : ''}\n${String(reason)}`;
}

/** What jest should allow a soak, ms. */
export const SOAK_MS = 6 * HOUR_MS;
