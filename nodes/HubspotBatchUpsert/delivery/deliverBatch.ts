import { inParts, type Batch } from '../model/batch';
import type { RecordWrite } from '../model/record';
import { failureSignature } from '../response/failureSignature';
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
import { sendBatch, settleUnsendable, type Remainder, type RunContext } from './sendBatch';
import type { Turns } from './turns';

/** What is still to be done for a batch. */
type Pending = { resend: RecordWrite[] } | { groupTest: GroupTest };

/**
 * Sends a batch, and whatever of it must be sent again, until each of its records has an outcome in
 * the ledger. A batch that was refused whole is tested in groups, or cut into smaller ones.
 */
export async function deliverBatch(
  batch: Batch,
  context: RunContext,
  groupTestTurns: Turns,
): Promise<void> {
  const { target } = batch;
  const { run } = context;
  const refused = new RefusedBatch(batch, groupTestTurns);
  const pending = toResend(inParts(batch.writes, target.batchSize));
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      await refused.turn();
      if (run.isStopped(target)) {
        const left = [next, ...pending.splice(0).reverse()].flatMap(writesIn);
        await settleUnsendable(left, context);
        continue;
      }
      const writes = 'resend' in next ? next.resend : [...nextGroup(next.groupTest)];
      const remainder = await sendBatch({ target, writes }, context);
      const failed = countFailures(batch, refused.concerned(remainder, writes), run);
      refused.takeIn(remainder, writes.length, failed);
      pending.push(...pendingAfter(next, writes, remainder, refused));
    }
  } finally {
    refused.end();
  }
  if (refused.allowedAtOnce !== undefined) target.limitBatches(refused.allowedAtOnce);
}

function writesIn(pending: Pending): readonly RecordWrite[] {
  return 'resend' in pending ? pending.resend : leftIn(pending.groupTest);
}

/** What is to be done next stands last. */
function pendingAfter(
  done: Pending,
  sent: readonly RecordWrite[],
  remainder: Remainder,
  { namesTooMany }: RefusedBatch,
): Pending[] {
  const { resend, toBisect, isNamed } = remainder;
  if ('resend' in done && isNamed && namesTooMany) {
    return resend.map((rest) => ({ groupTest: continueInGroups(rest) }));
  }
  const groupTest =
    'groupTest' in done ? afterGroup(done.groupTest, sent, remainder) : startGroupTest(toBisect);
  const pending = toResend(resend);
  return leftIn(groupTest).length > 0 ? [{ groupTest }, ...pending] : pending;
}

function toResend(batches: readonly RecordWrite[][]): Pending[] {
  return batches.map((writes) => ({ resend: writes })).reverse();
}

/**
 * Takes in which of the records have failed, and ends their target's part of the run where nothing
 * else is to be had any more.
 *
 * @returns How many have.
 */
function countFailures(batch: Batch, writes: readonly RecordWrite[], { ledger }: Run): number {
  const { target } = batch;
  let failed = 0;
  for (const write of writes) {
    const failure = ledger.failureOf(write.indexes[0]);
    if (failure === undefined || failure.category === 'NOT_ATTEMPTED') continue;
    failed += 1;
    target.breaker.countFailure(batch, failureSignature(failure, write));
    if (target.breaker.isOpen) target.report(sameEveryTime(failure));
  }
  return failed;
}

function afterGroup(
  groupTest: GroupTest,
  group: readonly RecordWrite[],
  { isRefused, resend }: Remainder,
): GroupTest {
  if (isRefused) return afterRefusal(groupTest, group);
  return resend.length > 0 ? afterNaming(groupTest, group) : afterPass(groupTest, group);
}
