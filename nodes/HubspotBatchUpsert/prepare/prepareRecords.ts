import type { ReadItems } from '../input/items';
import type { Ledger } from '../model/ledger';
import type { InputNotes } from '../model/inputNotes';
import { isFailure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import type { Targets } from '../model/target';
import { DecimalMarks } from './decimalMarks';
import { resolveDuplicates } from './duplicates';
import { groupByRecord } from './groupByRecord';
import { toInputs, type OptionsNeeded, type Refuse } from './toInputs';
import { TraceIds } from './traceIds';

/** What a run has for its items to become records. */
export interface Preparation {
  /** Unique to the run. */
  id: string;
  ledger: Ledger;
  targets: Targets;
  inputNotes: InputNotes;
}

/**
 * Makes records out of what the items ask for. What HubSpot would not take goes into the ledger
 * unsent. It stops on the way where options are needed, and goes on from there once they stand in
 * the definitions.
 *
 * @returns What is to be written, in the order of the records' first items that are sent.
 */
export function* prepareRecords(
  read: ReadItems,
  settings: Settings,
  { id: runId, ledger, targets, inputNotes }: Preparation,
): Generator<OptionsNeeded, RecordWrite[], void> {
  const refuse: Refuse = (indexes, { target, id }, failure) =>
    ledger.settle(indexes, () => ({ target, id, traceId: null, failure }));
  const { mapsAutomatically } = read;
  const decimalMarks = new DecimalMarks(settings.numberFormat);
  const rules = { ...settings, mapsAutomatically, decimalMarks };
  const inputs = yield* toInputs(read, { rules, targets, inputNotes, refuse });
  const traceIds = new TraceIds(runId, new Set(inputs.map(({ traceId }) => traceId)));
  const writes: RecordWrite[] = [];
  const trace = (write: RecordWrite): void => {
    const traceId = traceIds.next(write.traceId);
    if (typeof traceId === 'string') {
      write.traceId = traceId;
      writes.push(write);
    } else refuse(write.indexes, write, traceId);
  };
  groupByRecord(inputs).forEach((group) => {
    const resolved = resolveDuplicates(group, settings.duplicates);
    if (!isFailure(resolved)) {
      for (const write of resolved) {
        inputNotes.noteReplaced(write.superseded);
        inputNotes.noteLeftOut(write.leftOut);
        trace(write);
      }
    } else group.forEach((input) => refuse([input.index], input, resolved));
  });
  return writes;
}
