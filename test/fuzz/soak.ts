import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/** Cases of a run of all properties of upserts together, unless FUZZ_CASES says otherwise; more of associations come on top. */
const CASES = Number(process.env.FUZZ_CASES ?? 125);

/** Repeats a run; random unless FUZZ_SEED says otherwise. */
const SEED = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));

/** So often a counter-example may be made smaller. */
const SHRINKINGS = 100;

const HOUR_MS = 3_600_000;

/**
 * Tries a property on a share of all cases. Fails with the seed, the smallest counter-example and
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
  let shrinkings: number | undefined;
  const property = fc.asyncProperty(cases, async (given) => {
    if (shrinkings !== undefined && (shrinkings += 1) > SHRINKINGS) return;
    const objections = await check(given);
    if (objections.length === 0) return;
    shrinkings ??= 0;
    throw new Error(objections.slice(0, 8).join('\n'));
  });
  const numRuns = Math.ceil(CASES * share);
  try {
    await fc.assert(property, { seed: SEED, numRuns });
  } catch (failure) {
    throw new Error(`FUZZ_SEED=${SEED} FUZZ_CASES=${CASES} repeats this: ${describe(failure)}`, {
      cause: failure,
    });
  }
  process.stderr.write(`${numRuns} cases without a counter-example, FUZZ_SEED=${SEED}\n`);
}

function describe(failure: unknown): string {
  const objections = failure instanceof Error ? failure.cause : undefined;
  return `${objections instanceof Error ? objections.message : ''}\n${String(failure)}`;
}

/** What jest should allow a soak, ms. */
export const SOAK_MS = 6 * HOUR_MS;
