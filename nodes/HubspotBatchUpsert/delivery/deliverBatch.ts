import { inParts, type Batch } from '../model/batch';
import { meaningOf } from '../hubspot/statuses';
import type { Failure } from '../model/outcome';
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
  without,
  type GroupTest,
} from './groupTest';
import type { Run } from './run';
import { RefusedBatch } from './refusedBatch';
import { sendBatch, settleUnsendable, type Remainder, type RunContext } from './sendBatch';
import { TrialRequests } from './trialRequests';
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
  trials = new TrialRequests([], groupTestTurns),
): Promise<void> {
  const { target } = batch;
  const { run } = context;
  const refused = new RefusedBatch(batch, groupTestTurns);
  const pending = toResend(inParts(batch.writes, target.batchSize));
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      await refused.turn();
      const trial = trials.endOf(target);
      if (trial) await trial;
      if (run.isStopped(target)) {
        const left = [next, ...pending.splice(0).reverse()].flatMap(writesIn);
        await settleUnsendable(left, context);
        continue;
      }
      const writes = 'resend' in next ? next.resend : [...nextGroup(next.groupTest)];
      const remainder = refused.heed(await sendBatch({ target, writes }, context));
      const failures = countFailures(batch, refused.concerned(remainder, writes), run);
      refused.takeIn(remainder, writes.length, failures.length);
      pending.push(...pendingAfter(next, writes, remainder, refused));
      const failure = failures.at(-1);
      if (failure === undefined || !target.breaker.isOpen) continue;
      const isWorthATrial = isAboutRecords(failure) && !run.isStopped(target);
      if (isWorthATrial && (await trials.pass(target, takeLast(pending), context))) continue;
      target.report(sameEveryTime(failure));
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
 * Takes in which of the records have failed.
 *
 * @returns Their failures.
 */
function countFailures(batch: Batch, writes: readonly RecordWrite[], { ledger }: Run): Failure[] {
  const failures: Failure[] = [];
  for (const write of writes) {
    const failure = ledger.failureOf(write.indexes[0]);
    if (failure === undefined || failure.category === 'NOT_ATTEMPTED') continue;
    failures.push(failure);
    batch.target.breaker.countFailure(batch, failureSignature(failure, write));
  }
  return failures;
}

function isAboutRecords({ httpStatus }: Failure): boolean {
  return httpStatus !== null && meaningOf(httpStatus).isDivisible === true;
}

/**
 * Takes the record that would be sent last out of what is to be done. Parts that have to be sent one
 * after the other are left alone.
 */
function takeLast(pending: Pending[]): RecordWrite | undefined {
  const [only, ...others] = pending;
  if (only === undefined || others.length > 0) return undefined;
  const last = writesIn(only).at(-1);
  if (last === undefined) return undefined;
  pending[0] =
    'resend' in only
      ? { resend: only.resend.slice(0, -1) }
      : { groupTest: without(last, only.groupTest) };
  if (writesIn(pending[0]).length === 0) pending.pop();
  return last;
}

function afterGroup(
  groupTest: GroupTest,
  group: readonly RecordWrite[],
  { isRefused, resend }: Remainder,
): GroupTest {
  if (resend.length > 0) return afterNaming(groupTest, group);
  return isRefused ? afterRefusal(groupTest, group) : afterPass(groupTest, group);
}
