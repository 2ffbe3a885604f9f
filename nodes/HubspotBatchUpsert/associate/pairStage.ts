import type { RunContext } from '../delivery/runContext';
import type { Stage } from '../delivery/stage';
import { ownFailure } from '../model/outcome';
import { endPair, type Pair, type PairTarget } from '../model/pair';
import { pairSignature } from '../response/failureSignature';
import { sendPairs, settleUnsendable } from './sendPairs';

/** Pairs of records are associated, and what became of each stands in it. */
export function pairStage(context: RunContext): Stage<Pair, PairTarget> {
  return {
    send: (batch) => sendPairs(batch, context),
    settleUnsendable: (pairs, target) => settleUnsendable(pairs, target, context),
    failureOf: ({ end }) =>
      end === undefined || end === 'associated' || end.category === 'NOT_ATTEMPTED'
        ? undefined
        : end,
    signatureOf: pairSignature,
    abandon: (pairs) => {
      const message = 'The node failed while the association was on its way. Run the item again';
      const facts = { retryable: true, attempted: true, stage: 'associate' } as const;
      for (const pair of pairs) {
        if (pair.end === undefined) endPair(pair, ownFailure('NO_OUTCOME', message, facts));
      }
    },
  };
}
