import type { Answer, Hubspot } from '../account/hubspot';
import type { Workshop } from '../account/workshop';

/** What facts are tried with. */
export interface Trial {
  hubspot: Hubspot;
  workshop: Workshop;
  /** How often something is looked for that comes late, and how long in between. */
  patience: { times: number; pauseMs: number };
}

/** What came of it. */
export interface Finding {
  holds: boolean;
  /** What was seen, in words. */
  seen: string;
  /** The answer that shows it. */
  answer: Answer;
}

/** One thing that the node takes HubSpot to do, or one of several where nobody knows. */
export interface Fact {
  name: string;
  claim: string;
  /** @throws CannotTry where the account does not let it be tried. */
  try: (trial: Trial) => Promise<Finding>;
}

/** A finding where facts conflict, or nobody knows: what was seen is one of the ways that are known. */
export function oneOf<Way extends string>(
  way: Way | undefined,
  ways: Record<Way, string>,
  answer: Answer,
): Finding {
  return way === undefined
    ? { holds: false, seen: `none of the ways that are known: HTTP ${answer.status}`, answer }
    : { holds: true, seen: ways[way], answer };
}

/** A finding of something that has to be so. */
export function mustBe(holds: boolean, seen: string, answer: Answer): Finding {
  return { holds, seen, answer };
}

/** The record id of no record: no account has so many. */
export const NOBODY = '999999999999';
