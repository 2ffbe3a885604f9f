import type { Failure, Outcome } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { afterLostAnswer } from '../response/afterLostAnswer';
import { NOTHING, readBackFirst, type Interpretation } from '../response/interpret';
import { readBackOutcomes, type ReadBackOutcomes } from '../response/readBackOutcomes';
import type { Run } from '../delivery/run';
import { readBack } from '../existing/lookUp';
import { leaveUnconfirmed, settle, whyNotSent } from './settle';
import type { WriteContext } from './writeContext';

/**
 * Settles records that may not be sent any more.
 *
 * @returns The others.
 */
export async function settleUnsendable(
  writes: readonly RecordWrite[],
  context: WriteContext,
): Promise<RecordWrite[]> {
  const settled: Array<[RecordWrite, Failure]> = [];
  const sendable: RecordWrite[] = [];
  for (const write of writes) {
    const failure = whyNotSent(write, context.run);
    if (failure) settled.push([write, failure]);
    else sendable.push(write);
  }
  if (settled.length > 0) await settleAll({ ...NOTHING, settled }, writes, context);
  return sendable;
}

/** What HubSpot's store shows of records that a response left unconfirmed. */
interface ReadBackEnd {
  /** Does it hold one of them? */
  isFound: boolean;
  /** It does not hold these, which are worth creating once more. */
  lost: RecordWrite[];
}

/**
 * Settles all records whose outcome a response tells, or else HubSpot's store.
 *
 * @param isWorthRepeating May records that the store does not hold be created once more?
 */
export async function settleAll(
  interpretation: Interpretation,
  batch: readonly RecordWrite[],
  context: WriteContext,
  isWorthRepeating = false,
): Promise<ReadBackEnd> {
  const { run } = context;
  const { ledger } = run;
  const known = readBackFirst(interpretation);
  for (const [write, outcome] of known.settled) {
    noteCreated(write, outcome, context);
    settle(write, outcome, ledger);
  }
  if (known.unconfirmed.length === 0) {
    noteStrayErrors(interpretation, { settled: [], unconfirmed: [] }, run);
    return { isFound: false, lost: [] };
  }
  const unconfirmedWrites = known.unconfirmed.map(([write]) => write);
  const areDoubtful = new Set(unconfirmedWrites.filter(({ mayBeWritten }) => mayBeWritten));
  // Whatever the answer was like, the search would show late what was created.
  for (const write of unconfirmedWrites) write.mayBeWritten ||= mayExistUnseen(write);
  const held = await readBack(unconfirmedWrites, context);
  const { found, refusal, isComplete } = held;
  const outcomes = readBackOutcomes(known, found, batch);
  noteStrayErrors(interpretation, outcomes, run);
  const { settled, unconfirmed } = outcomes;
  for (const [write, outcome] of settled) settle(write, outcome, ledger);
  const lost: RecordWrite[] = [];
  for (const [write, failure] of unconfirmed) {
    const isAbsent = isComplete && held.of(write).length === 0;
    if (isWorthRepeating && isAbsent && mayBeCreatedAgain(write, context)) {
      // It was sent all the same, should the run end before it is sent again.
      write.refusal = failure;
      lost.push(write);
      continue;
    }
    const mayExist = mayExistUnseen(write) && held.of(write).length === 0;
    const advice = mayExist ? (isComplete ? MAY_EXIST : MAY_EXIST_UNSEARCHED) : undefined;
    const told = areDoubtful.has(write) && !mayExist ? afterLostAnswer(failure) : failure;
    const sentences = [told.message.replace(/\.$/, ''), refusal, advice];
    const message = sentences.filter((sentence) => sentence !== undefined).join('. ');
    const end = isComplete && isRefusedForSure(write, failure) ? settle : leaveUnconfirmed;
    end(write, { ...failure, message }, ledger);
  }
  return { isFound: settled.length > 0, lost };
}

const MAY_EXIST =
  "HubSpot's search did not show the record for half a minute. It may exist all the same: look for it in HubSpot, or run the item again in a few minutes; if it exists, it is found then";

const MAY_EXIST_UNSEARCHED =
  'It may exist: look for it before you run the item again, which would create another one until the search shows the first';

/** Was it to be created, and would the search alone show it? */
function mayExistUnseen({ target, operation }: RecordWrite): boolean {
  return target.lookup === 'search' && operation === 'create';
}

/** HubSpot's search does not show it for a while. */
function noteCreated(
  write: RecordWrite,
  outcome: Outcome,
  { recentlyCreated }: WriteContext,
): void {
  if (write.target.lookup !== 'search' || outcome.kind !== 'written') return;
  const { id } = outcome.result;
  if (outcome.outcome === 'created' && id !== undefined) recentlyCreated.note(write, id);
}

/** HubSpot keeps one of two that come in late from standing beside the other, where its key is unique. */
function mayBeCreatedAgain(write: RecordWrite, { settings }: WriteContext): boolean {
  write.timesLost = (write.timesLost ?? 0) + 1;
  return write.target.lookup === 'key' && write.timesLost <= settings.maxRetries;
}

/** What HubSpot reports beside records that it wrote is no item's to tell, and yet is told. */
function noteStrayErrors(
  { strayMessages, unconfirmed }: Interpretation,
  outcomes: ReadBackOutcomes,
  { strayErrors }: Run,
): void {
  const areTold = outcomes.unconfirmed.some(([, { category }]) => category === 'NO_OUTCOME');
  if (!areTold) for (const message of strayMessages) strayErrors.note(message);
  const failures = new Map(unconfirmed);
  for (const [write] of outcomes.settled) {
    const failure = failures.get(write);
    if (failure && failure.category !== 'NO_OUTCOME') strayErrors.note(failure.message);
  }
}

/** Does HubSpot's word that it refused the record hold for every request that the record was in? */
function isRefusedForSure({ mayBeWritten }: RecordWrite, { category }: Failure): boolean {
  return mayBeWritten !== true && category !== 'NO_OUTCOME';
}
