import { comparesValues, decide, needsReading, operationUnread } from '../decide/decide';
import type { ToWrite } from '../decide/decide';
import { lookUp, propertiesOf } from '../existing/lookUp';
import type { RecordResult } from '../hubspot/types';
import type { Ledger } from '../model/ledger';
import type { Failure, LeftAlone } from '../model/outcome';
import { soughtRecord, type RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { afterLostAnswer } from '../response/afterLostAnswer';
import { leaveUnconfirmed, settle } from './settle';
import { unreadFailures } from './unreadFailures';
import type { WriteContext } from './writeContext';

/** So often HubSpot's store may turn out to be otherwise than was read, until its word stands. */
const MOST_CONTRADICTIONS = 4;

export interface DecidedWrites {
  decided: RecordWrite[];
  /** Others of the same records, such as another address of a contact: to be decided once those are written. */
  waiting: RecordWrite[];
}

/**
 * Decides how each record is written of which that is open: from what HubSpot holds, where the user's
 * choices ask for that. What is not to be written goes into the ledger.
 */
export async function decideWrites(
  writes: readonly RecordWrite[],
  target: Target,
  context: WriteContext,
): Promise<DecidedWrites> {
  const open = writes.filter(({ operation }) => operation === undefined);
  const [toRead, unread] = parted(open, (write) => isRead(write, context));
  for (const write of unread) {
    write.operation = operationUnread(target);
    if (target.lookup === 'recordId') write.recordId = write.id;
  }
  const waiting = toRead.length > 0 ? await readAndDecide(toRead, target, context) : [];
  return { decided: writes.filter(({ operation }) => operation !== undefined), waiting };
}

/** An update of nothing would be refused, and tells nothing of whether the record is there. */
function isRead({ target, properties, contradictions }: RecordWrite, { settings }: WriteContext) {
  const isUpdateOfNothing = target.lookup === 'recordId' && Object.keys(properties).length === 0;
  return needsReading(target, settings) || isUpdateOfNothing || contradictions !== undefined;
}

/** @returns Those whose records others of them are about to change. */
async function readAndDecide(
  writes: readonly RecordWrite[],
  target: Target,
  context: WriteContext,
): Promise<RecordWrite[]> {
  const asked = writes.map(({ asked, properties }) => ({ properties: asked ?? properties }));
  const properties = comparesValues(context.settings) ? propertiesOf(asked) : [];
  // As they are found before the write, which may itself change what they are found by.
  const sought = new Map(writes.map((write) => [write, soughtRecord(target, write.id)]));
  const held = await lookUp([...sought.values()], properties, context);
  let unread: ReturnType<typeof unreadFailures> | undefined;
  const changing = new Set<string | undefined>();
  const waiting: RecordWrite[] = [];
  for (const [write, one] of sought) {
    const records = held.of(one);
    const isKnown = held.isComplete || (records.length > 0 && target.lookup !== 'search');
    if (isKnown && changing.has(records[0]?.id)) waiting.push(write);
    else if (isKnown) {
      carryOut(write, records, context);
      const { operation, recordId } = write;
      if (operation === 'update' && recordId !== undefined) changing.add(recordId);
    } else {
      // A fault of reading is none of a run that only had to read because of a refusal.
      const { run } = context;
      const failure = refusedBefore(write) ?? (unread ??= unreadFailures(held, target, run))(write);
      letStand(write, failure, run.ledger);
    }
  }
  return waiting;
}

function carryOut(
  write: RecordWrite,
  records: readonly RecordResult[],
  context: WriteContext,
): void {
  const { settings, run, dryRunStore } = context;
  const decision = decide(write, dryRunStore.heldFor(write, records), settings);
  if (decision.kind !== 'toWrite') return settle(write, asSent(write, decision), run.ledger);
  const failure = standingRefusal(write, decision);
  if (failure) return letStand(write, failure, run.ledger);
  write.changes = decision.changes;
  if (settings.dryRun) return foresee(write, decision, context);
  const { operation, properties } = decision;
  write.asked ??= write.properties;
  write.properties = properties;
  write.operation = operation;
  write.recordId = operation === 'update' ? decision.held?.id : undefined;
}

/** What HubSpot said of a record that was sent stands where it does not let it be read afterwards. */
function refusedBefore({ contradictions, refusal }: RecordWrite): Failure | undefined {
  return contradictions && refusal && { ...refusal, retryable: true };
}

/** A record that is decided anew was sent before. */
function asSent<End extends LeftAlone | Failure>({ contradictions }: RecordWrite, end: End): End {
  return contradictions && end.kind === 'failure' ? { ...end, attempted: true } : end;
}

/**
 * HubSpot refused to write it so because of what its store holds, and that has not changed. An update by
 * another id is another one: it may not take that of a record that was merged.
 */
function standingRefusal({ contradictions = [] }: RecordWrite, { operation, held }: ToWrite) {
  const last = contradictions.at(-1);
  const isOtherId = operation === 'update' && last?.recordId !== held?.id;
  const isSame = last?.operation === operation && !last.isShared && !isOtherId;
  return isSame || contradictions.length >= MOST_CONTRADICTIONS ? last?.failure : undefined;
}

/** The failure stands, and so does the doubt whether an earlier request wrote the record all the same. */
function letStand(write: RecordWrite, failure: Failure, ledger: Ledger): void {
  if (write.mayBeWritten) leaveUnconfirmed(write, afterLostAnswer(failure), ledger);
  else settle(write, failure, ledger);
}

function foresee(write: RecordWrite, decision: ToWrite, { run, dryRunStore }: WriteContext): void {
  const { held } = decision;
  dryRunStore.note(write, decision);
  const outcome = held === undefined ? 'wouldCreate' : 'wouldUpdate';
  settle(write, { kind: 'foreseen', outcome, result: held ?? {} }, run.ledger);
}

function parted<Entry>(
  entries: readonly Entry[],
  isFirst: (entry: Entry) => boolean,
): [Entry[], Entry[]] {
  return [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))];
}
