import { inParts, type Batch } from '../model/batch';
import { SAMPLE } from '../model/circuitBreaker';
import type { RecordWrite } from '../model/record';
import { causeOf } from '../response/cause';
import { sameEveryTime } from '../response/faults';
import {
  afterNaming,
  afterPass,
  afterRefusal,
  groupTestAfterNamings,
  leftIn,
  nextGroup,
  startGroupTest,
  type GroupTest,
} from './groupTest';
import type { Run } from './run';
import { sendBatch, type Remainder, type RunContext } from './sendBatch';
import type { Turns } from './turns';

/**
 * So many refusals of a batch that name one record each are believed to leave the rest good. A
 * refusal that every record meets may quote one of them each time.
 */
const BELIEVED_NAMINGS = 5;

/** What is still to be done for a batch. */
type Pending = { resend: RecordWrite[] } | { groupTest: GroupTest };

/**
 * Sends a batch, and whatever of it must be sent again, until each of its records has an outcome in
 * the ledger.
 *
 * A batch that was refused whole is searched, or cut into smaller ones. As long as HubSpot takes
 * nothing of it, the refusal may be one that every record of the run meets: batches take turns then,
 * with a sample of each, so that the run learns it from a few.
 */
export async function deliverBatch(
  batch: Batch,
  context: RunContext,
  searchTurns: Turns,
): Promise<void> {
  const { target } = batch;
  const { run } = context;
  let endTurn: (() => void) | undefined;
  let [failedInTurn, largestTaken, namings] = [0, 0, 0];
  let [isSearched, isTooLarge] = [false, false];
  const pending = toResend(inParts(batch.writes, target.batchSize));
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (isSearched && largestTaken === 0) endTurn ??= await searchTurns.take();
      if (run.isStopped(target)) {
        const left = [next, ...pending.splice(0).reverse()].flatMap(writesIn);
        await sendBatch({ target, writes: left }, context);
        continue;
      }
      const writes = 'resend' in next ? next.resend : [...nextGroup(next.groupTest)];
      const remainder = await sendBatch({ target, writes }, context);
      if (namesOne(remainder, writes)) namings += 1;
      isTooLarge ||= remainder.isTooLarge;
      // Those that were named before are counted, too, as soon as naming goes on and on.
      const counted = namings > 1 && !isSearched ? batch.writes : writes;
      isSearched ||= remainder.isRefused || isTooLarge || namings > 1;
      if (remainder.isTaken) {
        target.breaker.reset();
        largestTaken = Math.max(largestTaken, writes.length);
      } else if (isSearched || !remainder.isNamed) {
        failedInTurn += countFailures(batch, counted, run);
      }
      if (remainder.isTaken || failedInTurn >= SAMPLE) {
        endTurn?.();
        [endTurn, failedInTurn] = [undefined, 0];
      }
      pending.push(...pendingAfter(next, writes, remainder, namings));
    }
  } finally {
    endTurn?.();
  }
  if (isTooLarge && largestTaken > 0) target.limitBatches(largestTaken);
}

/** Is one of several records to blame? */
function namesOne({ isNamed, resend }: Remainder, sent: readonly RecordWrite[]): boolean {
  return isNamed && sent.length > 1 && resend.flat().length === sent.length - 1;
}

function writesIn(pending: Pending): readonly RecordWrite[] {
  return 'resend' in pending ? pending.resend : leftIn(pending.groupTest);
}

/** What is to be done next stands last. */
function pendingAfter(
  done: Pending,
  sent: readonly RecordWrite[],
  remainder: Remainder,
  namings: number,
): Pending[] {
  const { resend, toBisect, isNamed } = remainder;
  const groupTest =
    'groupTest' in done ? afterGroup(done.groupTest, sent, remainder) : startGroupTest(toBisect);
  const pending: Pending[] =
    isNamed && namings > BELIEVED_NAMINGS && resend.length > 0
      ? [{ groupTest: groupTestAfterNamings(resend.flat(), namings) }]
      : toResend(resend);
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
    target.breaker.countFailure(batch, causeOf(failure, write));
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
