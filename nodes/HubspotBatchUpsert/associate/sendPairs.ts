import { isSuccess } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import type { Batch } from '../model/batch';
import type { Failure } from '../model/outcome';
import { endPair, toAssociationInput, type Pair, type PairTarget } from '../model/pair';
import { afterLostAnswer } from '../response/afterLostAnswer';
import { associationFault } from '../response/associationFault';
import { interpretPairs, NO_PAIRS, type PairInterpretation } from '../response/interpretPairs';
import { endedBefore, pairMetBy, pendingPairError } from '../response/pairErrors';
import type { HubspotClient } from '../delivery/client';
import type { Run } from '../delivery/run';
import type { RunContext } from '../delivery/runContext';
import { NO_REMAINDER, type Remainder } from '../delivery/stage';
import { readPairsBack } from './readPairsBack';

/** Sends pairs as one request and settles each of which the response, or HubSpot's store, tells. */
export async function sendPairs(
  { target, members }: Batch<Pair, PairTarget>,
  context: RunContext,
): Promise<Remainder<Pair>> {
  const { client, run } = context;
  const pairs = await settleUnsendable(members, target, context);
  if (pairs.length === 0) return NO_REMAINDER;
  const inputs = pairs.map((pair) => toAssociationInput(pair, target));
  const { result, isOutcomeUnknown } = await client.associate(target, inputs);
  if (result === undefined) {
    await settleUnsendable(pairs, target, context);
    return NO_REMAINDER;
  }
  if (isOutcomeUnknown) for (const pair of pairs) pair.mayBeAssociated = true;
  const interpretation = interpretFor(target, result, pairs, run);
  if (result.kind === 'response') {
    const pending = pendingPairError(result.error, result);
    const again = [...interpretation.resend.flat(), ...interpretation.toBisect];
    for (const pair of again) pair.refusal = pending;
  }
  const isFound = await settleAll(interpretation, target, client);
  const isAnswered = result.kind === 'response' && isSuccess(result.status);
  return { ...interpretation, apart: [], isTaken: isAnswered || isFound };
}

/**
 * Settles pairs that may not be sent any more.
 *
 * @returns The others.
 */
export async function settleUnsendable(
  pairs: readonly Pair[],
  target: PairTarget,
  { client, run }: RunContext,
): Promise<Pair[]> {
  const fault = run.stopped ?? target.fault;
  if (fault === undefined) return [...pairs];
  const refused = pairs.map((pair): [Pair, Failure] => [pair, endedBefore(pair, fault)]);
  await settleAll({ ...NO_PAIRS, refused }, target, client);
  return [];
}

/** A fault that the response tells of is every pair's; else each has what the response says of it. */
function interpretFor(
  target: PairTarget,
  result: HttpResult,
  pairs: readonly Pair[],
  run: Run,
): PairInterpretation {
  const fault = associationFault(result, target, pairs);
  if (fault === undefined) return interpretPairs(result, pairs);
  if (fault.scope === 'run') run.stop(fault);
  else target.report(fault);
  const failure = pairMetBy(fault, result);
  return { ...NO_PAIRS, refused: pairs.map((pair) => [pair, failure]) };
}

/**
 * What an earlier request may have associated without saying so is looked for, also where it was
 * refused afterwards.
 *
 * @returns Does HubSpot's store hold one that the response did not account for?
 */
async function settleAll(
  { associated, refused, unconfirmed }: PairInterpretation,
  target: PairTarget,
  client: HubspotClient,
): Promise<boolean> {
  for (const pair of associated) endPair(pair, 'associated');
  const open = [...unconfirmed];
  for (const end of refused) {
    const [pair, failure] = end;
    if (pair.mayBeAssociated) open.push(end);
    else endPair(pair, failure);
  }
  if (open.length === 0) return false;
  const pairs = open.map(([pair]) => pair);
  const { found, isComplete } = await readPairsBack(pairs, target, client);
  for (const [pair, failure] of open) {
    if (found.has(pair)) endPair(pair, 'associated');
    else endPair(pair, isComplete ? afterLostAnswer(failure) : notKnown(failure));
  }
  return found.size > 0;
}

/** Neither the response nor the store says it; sending the item again does no harm. */
function notKnown(failure: Failure): Failure {
  const message = `${failure.message}. HubSpot may have made the association all the same, and could not be asked: run the item again`;
  return { ...failure, message, retryable: true };
}
