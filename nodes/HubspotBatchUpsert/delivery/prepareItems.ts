import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { ReadItems } from '../input/items';
import { InputNotes } from '../model/inputNotes';
import type { Ledger } from '../model/ledger';
import type { RecordInput } from '../model/record';
import type { Settings } from '../model/settings';
import { Targets, type TargetNames } from '../model/target';
import { foundByProperty, wishesOfItems, type ItemWishes } from '../prepare/associationWishes';
import { prepareInputs } from '../prepare/prepareRecords';
import { withExternalOptions } from './readExternalOptions';
import {
  NOT_CHECKED,
  readPropertyDefinitions,
  VALUES_AS_THEY_ARE,
} from './readPropertyDefinitions';
import type { RunContext } from './runContext';

/** What the items ask for, and what was begun by the definitions by which that was understood. */
interface PreparedItems<Begun> {
  inputs: RecordInput[];
  begun: Begun;
}

/**
 * Begins what the items' associations need, without waiting for it.
 *
 * @param definitions By object type.
 */
type Begin<Begun> = (
  wishes: readonly ItemWishes[],
  definitions: ReadonlyMap<string, PropertyDefinitions>,
) => Begun;

/**
 * Reads the property definitions and understands the items by them. What is remembered from earlier
 * runs is no reason to refuse or to ignore anything: where it would be one, all is read anew, once.
 *
 * @param sensitiveData Levels of sensitive data, whose properties HubSpot lists one by one.
 * @param begin Called as soon as there are definitions, and again with those that were read anew.
 * @returns No inputs where the run has come to its end meanwhile.
 */
export async function prepareItems<Begun>(
  read: ReadItems,
  settings: Settings,
  sensitiveData: readonly string[],
  context: RunContext,
  begin: Begin<Begun>,
): Promise<PreparedItems<Begun>> {
  const { client, run } = context;
  const wishes = wishesOfItems(read);
  const others = othersThan(read.targets, wishes);
  for (;;) {
    const known = run.notes.length;
    const [ofOwn, ofOthers] = await Promise.all([
      readPropertyDefinitions(read.targets, sensitiveData, VALUES_AS_THEY_ARE, context),
      readPropertyDefinitions(others, [], NOT_CHECKED, context),
    ]);
    const definitions = new Map([...ofOwn, ...ofOthers]);
    const begun = begin(wishes, definitions);
    const targets = new Targets(definitions, settings.nonUniqueId);
    const inputNotes = new InputNotes();
    const refusals = new Refusals();
    const preparation = prepareInputs(read, wishes, settings, {
      ledger: refusals,
      targets,
      inputNotes,
    });
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
    return { inputs, begun };
  }
}

/** Object types that the items' own are to be associated with, and that none of them is of. */
function othersThan(
  targets: readonly TargetNames[],
  wishes: readonly ItemWishes[],
): Array<{ objectType: string }> {
  const own = new Set(targets.map(({ objectType }) => objectType));
  return foundByProperty(wishes).filter(({ objectType }) => !own.has(objectType));
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
