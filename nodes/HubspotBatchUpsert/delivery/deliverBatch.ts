import { inParts, type Batch } from '../model/batch';
import type { BatchTarget } from '../model/batchTarget';
import { internalFault } from '../model/fault';
import { sameEveryTime } from '../response/faults';
import {
  afterNaming,
  afterPass,
  afterRefusal,
  continueInGroups,
  leftIn,
  nextGroup,
  startGroupTest,
  type GroupTest,
} from './groupTest';
import type { Run } from './run';
import { RefusedBatch } from './refusedBatch';
import type { Remainder, Stage } from './stage';
import type { Turns } from './turns';

/** What is still to be done for a batch. */
type Pending<Member> = { resend: Member[] } | { groupTest: GroupTest<Member> };

/**
 * Leads a batch through a stage until each of its members is settled. A fault of the node itself ends
 * the run, and must not lose what other batches have done.
 *
 * @param groupTestTurns Shared by all batches of the stage.
 */
export async function deliverBatch<Member, To extends BatchTarget>(
  batch: Batch<Member, To>,
  stage: Stage<Member, To>,
  run: Run,
  groupTestTurns: Turns,
): Promise<void> {
  try {
    await deliver(batch, stage, run, groupTestTurns);
  } catch (error) {
    run.stop(internalFault(error));
    stage.abandon(batch.members);
  }
}

/**
 * Sends a batch, and whatever of it must be sent again. One that was refused whole is tested in groups,
 * or cut into smaller ones.
 */
async function deliver<Member, To extends BatchTarget>(
  batch: Batch<Member, To>,
  stage: Stage<Member, To>,
  run: Run,
  groupTestTurns: Turns,
): Promise<void> {
  const { target } = batch;
  const refused = new RefusedBatch(batch, groupTestTurns);
  const pending = toResend(inParts(batch.members, target.batchSize));
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      await refused.turn();
      if (run.isStopped(target)) {
        const left = [next, ...pending.splice(0).reverse()].flatMap(membersIn);
        await stage.settleUnsendable(left, target);
        continue;
      }
      const members = 'resend' in next ? next.resend : [...nextGroup(next.groupTest)];
      const remainder = await stage.send({ target, members });
      const failed = countFailures(batch, refused.concerned(remainder, members), stage);
      refused.takeIn(remainder, members.length, failed);
      pending.push(...pendingAfter(next, members, remainder, refused));
    }
  } finally {
    refused.end();
  }
  if (refused.allowedAtOnce !== undefined) target.limitBatches(refused.allowedAtOnce);
}

function membersIn<Member>(pending: Pending<Member>): readonly Member[] {
  return 'resend' in pending ? pending.resend : leftIn(pending.groupTest);
}

/** What is to be done next stands last. */
function pendingAfter<Member>(
  done: Pending<Member>,
  sent: readonly Member[],
  remainder: Remainder<Member>,
  { namesTooMany }: RefusedBatch<Member>,
): Pending<Member>[] {
  const { resend, toBisect, isNamed } = remainder;
  if ('resend' in done && isNamed && namesTooMany) {
    return resend.map((rest) => ({ groupTest: continueInGroups(rest) }));
  }
  const groupTest =
    'groupTest' in done ? afterGroup(done.groupTest, sent, remainder) : startGroupTest(toBisect);
  const pending = toResend(resend);
  return leftIn(groupTest).length > 0 ? [{ groupTest }, ...pending] : pending;
}

function toResend<Member>(batches: readonly Member[][]): Pending<Member>[] {
  return batches.map((members) => ({ resend: members })).reverse();
}

/**
 * Takes in which of the members have failed, and ends their target's part of the run where nothing
 * else is to be had any more.
 *
 * @returns How many have.
 */
function countFailures<Member, To extends BatchTarget>(
  batch: Batch<Member, To>,
  members: readonly Member[],
  { failureOf, signatureOf }: Stage<Member, To>,
): number {
  const { target } = batch;
  let failed = 0;
  for (const member of members) {
    const failure = failureOf(member);
    if (failure === undefined) continue;
    failed += 1;
    target.breaker.countFailure(batch, signatureOf(failure, member));
    if (target.breaker.isOpen) target.report(sameEveryTime(failure));
  }
  return failed;
}

function afterGroup<Member>(
  groupTest: GroupTest<Member>,
  group: readonly Member[],
  { isRefused, resend }: Remainder<Member>,
): GroupTest<Member> {
  if (isRefused) return afterRefusal(groupTest, group);
  return resend.length > 0 ? afterNaming(groupTest, group) : afterPass(groupTest, group);
}
