import { CannotTry, Stopped, type Answer } from './account/hubspot';
import type { Fact, Trial } from './facts/fact';

export type Verdict = 'holds' | 'does not hold' | 'could not be tried';

/** What came of one fact. */
export interface Tried {
  name: string;
  claim: string;
  verdict: Verdict;
  /** What was seen, or why it could not be tried. */
  seen: string;
  answer?: Answer;
}

/**
 * Tries one fact after the other; one that fails does not keep the next from being tried. Never throws.
 *
 * @param tell Hears of each as soon as it is known.
 */
export async function tryFacts(
  facts: readonly Fact[],
  trial: Trial,
  tell: (tried: Tried) => void,
): Promise<Tried[]> {
  const all: Tried[] = [];
  let stopped: string | undefined;
  for (const fact of facts) {
    const { name, claim } = fact;
    const found =
      stopped === undefined
        ? await tryFact(fact, trial)
        : ({ verdict: 'could not be tried', seen: stopped } as const);
    if (found instanceof Stopped) stopped = found.message;
    const tried =
      found instanceof Stopped
        ? { name, claim, verdict: 'could not be tried' as const, seen: found.message }
        : { name, claim, ...found };
    all.push(tried);
    tell(tried);
  }
  return all;
}

async function tryFact(
  fact: Fact,
  trial: Trial,
): Promise<Pick<Tried, 'verdict' | 'seen' | 'answer'> | Stopped> {
  try {
    const { holds, seen, answer } = await fact.try(trial);
    return { verdict: holds ? 'holds' : 'does not hold', seen, answer };
  } catch (error) {
    if (error instanceof Stopped) return error;
    const { message } = error as Error;
    const seen = error instanceof CannotTry ? message : `the script failed: ${message}`;
    return { verdict: 'could not be tried', seen };
  }
}
