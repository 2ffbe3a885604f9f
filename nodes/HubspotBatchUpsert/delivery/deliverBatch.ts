import type { Batch } from '../model/batch';
import type { RecordWrite } from '../model/record';
import {
  afterNaming,
  afterPass,
  afterRefusal,
  leftIn,
  nextGroup,
  startGroupTest,
  type GroupTest,
} from './groupTest';
import { sendBatch, type Remainder, type RunContext } from './sendBatch';
import type { Turns } from './turns';

/** What is still to be done for a batch. */
type Pending = { resend: RecordWrite[] } | { groupTest: GroupTest };

/**
 * Sends a batch, and whatever of it must be sent again, until each of its records has an outcome in
 * the ledger.
 *
 * As long as nothing was written, one batch after the other tests its refused records in groups:
 * where every record is refused for a cause of its own kind, one test tells as much as ten.
 *
 * @returns Why the batch was not taken as it was; undefined where HubSpot answered for its records
 *   one by one.
 */
export async function deliverBatch(
  batch: Batch,
  context: RunContext,
  groupTestTurns: Turns,
): Promise<string | undefined> {
  const { target } = batch;
  const { run } = context;
  let endTurn: (() => void) | undefined;
  const first = await sendBatch(batch, context);
  const pending = pendingAfter(first);
  try {
    for (let next = pending.pop(); next; next = pending.pop()) {
      if ('resend' in next) {
        pending.push(...pendingAfter(await sendBatch({ target, writes: next.resend }, context)));
        continue;
      }
      if (!run.ledger.holdsWritten) endTurn ??= await groupTestTurns.take();
      const { groupTest } = next;
      if (run.isStopped(target)) {
        await sendBatch({ target, writes: leftIn(groupTest) }, context);
        continue;
      }
      const group = [...nextGroup(groupTest)];
      const remainder = await sendBatch({ target, writes: group }, context);
      const rest = afterGroup(groupTest, group, remainder);
      if (leftIn(rest).length > 0) pending.push({ groupTest: rest });
      pending.push(...pendingAfter({ ...remainder, toBisect: [] }));
    }
  } finally {
    endTurn?.();
  }
  return first.signature;
}

/** What is to be done next stands last. */
function pendingAfter({ resend, toBisect }: Remainder): Pending[] {
  const pending: Pending[] = resend.map((writes) => ({ resend: writes })).reverse();
  return toBisect.length > 0 ? [{ groupTest: startGroupTest(toBisect) }, ...pending] : pending;
}

function afterGroup(
  groupTest: GroupTest,
  group: readonly RecordWrite[],
  { isRefused, resend }: Remainder,
): GroupTest {
  if (isRefused) return afterRefusal(groupTest, group);
  return resend.length > 0 ? afterNaming(groupTest, group) : afterPass(groupTest, group);
}
