import { meaningOf } from '../hubspot/statuses';
import { inParts, type Batch } from '../model/batch';
import type { BatchTarget } from '../model/batchTarget';
import { internalFault } from '../model/fault';
import type { Failure } from '../model/outcome';
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
import type { Remainder, Stage } from './stage';
import { TrialRequests } from './trialRequests';
import type { Turns } from './turns';

/** What is still to be done for a batch. */
type Pending<Member> = { resend: Member[] } | { groupTest: GroupTest<Member> };

/**
 * Leads a batch through a stage until each of its members is settled. A fault of the node itself ends
 * the run, and must not lose what other batches have done.
 *
 * @param groupTestTurns Shared by all batches of the stage.
 * @param trials Shared by those of a round; left out where no other batch waits to be sent.
 */
export async function deliverBatch<Member, To extends BatchTarget>(
  batch: Batch<Member, To>,
  stage: Stage<Member, To>,
  run: Run,
  groupTestTurns: Turns,
  trials = new TrialRequests([], groupTestTurns, stage),
): Promise<void> {
  try {
    await deliver(batch, stage, run, groupTestTurns, trials);
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
  trials: TrialRequests<Member, To>,
): Promise<void> {
  const { target } = batch;
  const refused = new RefusedBatch(batch, groupTestTurns);
  const pending = toResend(inParts(batch.members, target.batchSize));
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      await refused.turn();
      const trial = trials.endOf(target);
      if (trial) await trial;
      if (run.isStopped(target)) {
        const left = [next, ...pending.splice(0).reverse()].flatMap(membersIn);
        await stage.settleUnsendable(left, target);
        continue;
      }
      const members = 'resend' in next ? next.resend : [...nextGroup(next.groupTest)];
      const remainder = refused.heed(await stage.send({ target, members }));
      const failures = countFailures(batch, refused.concerned(remainder, members), stage);
      refused.takeIn(remainder, members.length, failures.length);
      pending.push(...toResend(remainder.apart));
      pending.push(...pendingAfter(next, members, remainder, refused));
      const failure = failures.at(-1);
      if (failure === undefined || !target.breaker.isOpen) continue;
      const isWorthATrial = isAboutMembers(failure) && !run.isStopped(target);
      if (isWorthATrial && (await trials.pass(target, () => takeLast(pending)))) continue;
      target.report(sameEveryTime(failure));
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
 * Takes in which of the members have failed.
 *
 * @returns Their failures.
 */
function countFailures<Member, To extends BatchTarget>(
  batch: Batch<Member, To>,
  members: readonly Member[],
  { failureOf, signatureOf }: Stage<Member, To>,
): Failure[] {
  const failures: Failure[] = [];
  for (const member of members) {
    const failure = failureOf(member);
    if (failure === undefined) continue;
    failures.push(failure);
    batch.target.breaker.countFailure(batch, signatureOf(failure, member));
  }
  return failures;
}

function isAboutMembers({ httpStatus }: Failure): boolean {
  return httpStatus !== null && meaningOf(httpStatus).isDivisible === true;
}

/**
 * Takes the member that would be sent last out of what is to be done. Parts that have to be sent one
 * after the other are left alone.
 */
function takeLast<Member>(pending: Pending<Member>[]): Member | undefined {
  const [only, ...others] = pending;
  if (only === undefined || others.length > 0) return undefined;
  const last = membersIn(only).at(-1);
  if (last === undefined) return undefined;
  pending[0] =
    'resend' in only
      ? { resend: only.resend.slice(0, -1) }
      : { groupTest: without(last, only.groupTest) };
  if (membersIn(pending[0]).length === 0) pending.pop();
  return last;
}

function afterGroup<Member>(
  groupTest: GroupTest<Member>,
  group: readonly Member[],
  { isRefused, resend }: Remainder<Member>,
): GroupTest<Member> {
  if (resend.length > 0) return afterNaming(groupTest, group);
  return isRefused ? afterRefusal(groupTest, group) : afterPass(groupTest, group);
}
