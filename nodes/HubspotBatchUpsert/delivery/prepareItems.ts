import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { ReadItems } from '../input/items';
import { InputNotes } from '../model/inputNotes';
import type { Ledger } from '../model/ledger';
import type { RecordInput } from '../model/record';
import type { Settings } from '../model/settings';
import { Targets } from '../model/target';
import { prepareInputs } from '../prepare/prepareRecords';
import { withExternalOptions } from './readExternalOptions';
import { readAhead, readPropertyDefinitions } from './readPropertyDefinitions';
import type { RunContext } from './runContext';

/** What the items ask for, and the definitions by which that was understood. */
interface PreparedItems {
  inputs: RecordInput[];
  definitions: Map<string, PropertyDefinitions>;
}

/**
 * Reads the property definitions and understands the items by them. What is remembered from earlier
 * runs is no reason to refuse or to ignore anything: where it would be one, all is read anew, once.
 *
 * @param sensitiveData Levels of sensitive data, whose properties HubSpot lists one by one.
 * @returns No inputs where the run has come to its end meanwhile.
 */
export async function prepareItems(
  read: ReadItems,
  settings: Settings,
  sensitiveData: readonly string[],
  context: RunContext,
): Promise<PreparedItems> {
  const { client, run } = context;
  for (;;) {
    const known = run.notes.length;
    const [definitions] = await Promise.all([
      readPropertyDefinitions(read.targets, sensitiveData, context),
      readAhead(read.others, context),
    ]);
    const targets = new Targets(definitions, settings.nonUniqueId);
    const inputNotes = new InputNotes();
    const refusals = new Refusals();
    const preparation = prepareInputs(read, settings, { ledger: refusals, targets, inputNotes });
    const inputs = (await withExternalOptions(preparation, definitions, context)) ?? [];
    const isDoubtful =
      refusals.areThere ||
      inputNotes.ignoredFields.size > 0 ||
      inputs.some(({ leftOut }) => leftOut !== undefined);
    if (isDoubtful && client.lists.isByMemory && !run.stopped) {
      client.lists.readAnew();
      run.notes.splice(known);
      continue;
    }
    run.targets = targets;
    run.inputNotes = inputNotes;
    refusals.settleIn(run.ledger);
    return { inputs, definitions };
  }
}

/** Items that are refused, until it is clear that they are not refused by what is out of date. */
class Refusals {
  private readonly settled: Array<Parameters<Ledger['settle']>> = [];

  get areThere(): boolean {
    return this.settled.length > 0;
  }

  settle(...entries: Parameters<Ledger['settle']>): void {
    this.settled.push(entries);
  }

  settleIn(ledger: Ledger): void {
    for (const entries of this.settled) ledger.settle(...entries);
  }
}
