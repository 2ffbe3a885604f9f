import type { ReadItems } from '../input/items';
import type { Ledger } from '../model/ledger';
import type { InputNotes } from '../model/inputNotes';
import { isFailure } from '../model/outcome';
import type { RecordInput, RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import type { Targets } from '../model/target';
import type { ItemWishes } from './associationWishes';
import { DecimalMarks } from './decimalMarks';
import { resolveDuplicates } from './duplicates';
import { groupByRecord, type SameRecord } from './groupByRecord';
import { toInputs, type OptionsNeeded, type PAUSE, type Refuse } from './toInputs';
import { TraceIds } from './traceIds';

/** What a run has for its items to become records. */
export interface Preparation {
  /** Unique to the run. */
  id: string;
  ledger: Pick<Ledger, 'settle'>;
  targets: Targets;
  inputNotes: InputNotes;
}

/**
 * What the items ask for, as HubSpot would take it. What it would not take goes into the ledger
 * unsent. It stops on the way where options are needed, and goes on from there once they stand in
 * the definitions; and from time to time for others.
 *
 * @param wishes What each item wants its record associated with.
 */
export function* prepareInputs(
  read: ReadItems,
  wishes: readonly ItemWishes[],
  settings: Settings,
  { ledger, targets, inputNotes }: Omit<Preparation, 'id'>,
): Generator<OptionsNeeded | typeof PAUSE, RecordInput[], void> {
  const { mapsAutomatically } = read;
  const decimalMarks = new DecimalMarks(settings.numberFormat);
  const rules = { ...settings, mapsAutomatically, decimalMarks };
  return yield* toInputs(read, { rules, wishes, targets, inputNotes, refuse: refusing(ledger) });
}

/**
 * Makes one record out of all that items ask for it, as the policy for duplicates says.
 *
 * @returns What is to be written, in the order of the records' first items that are sent.
 */
export function prepareWrites(
  inputs: readonly RecordInput[],
  { duplicates }: Pick<Settings, 'duplicates'>,
  { id: runId, ledger, inputNotes }: Omit<Preparation, 'targets'>,
): RecordWrite[] {
  const refuse = refusing(ledger);
  const traceIds = new TraceIds(runId, new Set(inputs.map(({ traceId }) => traceId)));
  const writes: RecordWrite[] = [];
  const trace = (write: RecordWrite, record: SameRecord): void => {
    const traceId = traceIds.next(write.traceId, record);
    if (typeof traceId === 'string') {
      write.traceId = traceId;
      writes.push(write);
    } else refuse(write.indexes, write, traceId);
  };
  for (const group of groupByRecord(inputs)) {
    const resolved = resolveDuplicates(group, duplicates);
    if (!isFailure(resolved)) {
      for (const write of resolved) {
        inputNotes.noteReplaced(write.superseded);
        inputNotes.noteLeftOut(write.leftOut);
        trace(write, group);
      }
    } else group.forEach((input) => refuse([input.index], input, resolved));
  }
  return writes;
}

function refusing(ledger: Pick<Ledger, 'settle'>): Refuse {
  return (indexes, { target, id }, failure) =>
    ledger.settle(indexes, () => ({ target, id, traceId: null, failure }));
}
