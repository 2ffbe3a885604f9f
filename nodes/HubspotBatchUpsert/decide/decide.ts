import { isWritable, RECORD_ID } from '../hubspot/propertyDefinitions';
import type { PropertyValues, RecordResult } from '../hubspot/types';
import { ownFailure, type Failure, type LeftAlone } from '../model/outcome';
import type { Changes, RecordWrite, WriteOperation } from '../model/record';
import type { WriteChoices } from '../model/settings';
import type { Target } from '../model/target';
import { quote } from '../values/quote';
import { compare, type Compared } from './compare';

/** What is to be done with a record, now that it is known what HubSpot holds. */
export type Decision = ToWrite | LeftAlone | Failure;

export interface ToWrite {
  kind: 'toWrite';
  operation: WriteOperation;
  properties: PropertyValues;
  /** What HubSpot holds; undefined where the record is not there yet. */
  held: RecordResult | undefined;
  /** Undefined where the values were not compared. */
  changes?: Changes;
}

type Choices = Omit<WriteChoices, 'nonUniqueId'>;

/** Has it to be known what HubSpot holds before a record of the target is written? */
export function needsReading({ lookup }: Target, choices: Choices): boolean {
  return choices.operation !== 'upsert' || lookup === 'search' || comparesValues(choices);
}

/** Do the values that HubSpot holds count, and not only whether it has the record? */
export function comparesValues({ existingValues, skipUnchanged, dryRun }: Choices): boolean {
  return existingValues === 'keep' || skipUnchanged || dryRun;
}

/** How a record is written of which it does not matter what HubSpot holds. */
export function operationUnread({ lookup }: Target): WriteOperation {
  return lookup === 'recordId' ? 'update' : 'upsert';
}

/**
 * Decides what to do with a record.
 *
 * @param held The records that HubSpot has under its id: several where the property is not unique.
 */
export function decide(
  write: RecordWrite,
  [held, ...others]: readonly RecordResult[],
  choices: Choices,
): Decision {
  if (held === undefined) return whenMissing(write, choices);
  return others.length > 0 ? ambiguous(write, [held, ...others]) : whenThere(write, held, choices);
}

function whenMissing(write: RecordWrite, choices: Choices): Decision {
  const { lookup } = write.target;
  if (choices.operation === 'update') {
    return { kind: 'leftAlone', outcome: 'skipped', reason: 'missing', result: {} };
  }
  if (lookup === 'recordId') return notFound(write);
  const properties = askedOf(write);
  // Overwriting, an upsert does the same to a record that somebody else creates meanwhile.
  const isOneOrTheOther = choices.operation === 'upsert' && choices.existingValues === 'overwrite';
  const operation = isOneOrTheOther && lookup === 'key' ? 'upsert' : 'create';
  if (operation === 'create' && !isKeyWritable(write.target)) return notToBeCreated(write);
  if (!comparesValues(choices)) return { kind: 'toWrite', operation, properties, held: undefined };
  const named = { [write.target.idProperty]: write.id, ...properties };
  const changes = toChanges(compare(named, {}, write.target.definitions));
  return { kind: 'toWrite', operation, properties, held: undefined, changes };
}

/** A record that is created has to be given the value that it is found by. */
function isKeyWritable({ definitions, idProperty }: Target): boolean {
  const definition = definitions?.get(idProperty);
  return definition === undefined || isWritable(definition);
}

function whenThere(write: RecordWrite, held: RecordResult, choices: Choices): Decision {
  const { target } = write;
  if (choices.operation === 'create') {
    return { kind: 'leftAlone', outcome: 'skipped', reason: 'exists', result: held };
  }
  const asked = askedOf(write);
  const isPlain = choices.operation === 'upsert' && target.lookup === 'key' && !narrows(choices);
  const operation = isPlain ? 'upsert' : 'update';
  if (!comparesValues(choices)) return toUpdate(operation, asked, held);
  const wanted = compare(asked, held, target.definitions).filter((each) => isWanted(each, choices));
  const properties = Object.fromEntries(
    wanted.map(({ property }) => [property, asked[property] ?? '']),
  );
  return toUpdate(operation, properties, held, toChanges(wanted));
}

/** Are less values written than the items have? */
function narrows({ existingValues, skipUnchanged }: Choices): boolean {
  return existingValues === 'keep' || skipUnchanged;
}

function isWanted(
  { held, after, isSame }: Compared,
  { existingValues, skipUnchanged }: Choices,
): boolean {
  if (existingValues === 'keep') return held === '' && after !== '';
  return !(skipUnchanged && isSame);
}

/** HubSpot refuses an update of nothing, while an upsert also says that the record is to be there. */
function toUpdate(
  operation: WriteOperation,
  properties: PropertyValues,
  held: RecordResult,
  changes?: Changes,
): Decision {
  return operation === 'update' && Object.keys(properties).length === 0
    ? { kind: 'leftAlone', outcome: 'unchanged', result: held }
    : { kind: 'toWrite', operation, properties, held, ...(changes ? { changes } : undefined) };
}

function toChanges(compared: readonly Compared[]): Changes {
  return Object.fromEntries(
    compared
      .filter(({ isSame }) => !isSame)
      .map(({ property, held, after }) => [
        property,
        { from: held === '' ? null : held, to: after },
      ]),
  );
}

function askedOf({ asked, properties }: RecordWrite): PropertyValues {
  return asked ?? properties;
}

function ambiguous({ target, id }: RecordWrite, held: readonly RecordResult[]): Failure {
  const { objectType, idProperty } = target;
  const ids = held.flatMap((record) => record.id ?? []);
  const message = `${held.length} records of ${objectType} have ${idProperty} ${quote(id)}, and nothing says which is meant (record IDs ${ids.join(', ')}): merge them in HubSpot, or write by record ID`;
  return ownFailure('AMBIGUOUS_ID', message, {
    property: idProperty,
    value: id,
    context: { ids },
    stage: 'read',
  });
}

function notToBeCreated({ target: { objectType, idProperty }, id }: RecordWrite): Failure {
  const name = quote(idProperty);
  const message = `HubSpot has no record of ${objectType} with ${idProperty} ${quote(id)}, and none can be created with it, since HubSpot does not let ${name} be written: correct the value, choose another ID property, or choose the operation Update to have such items skipped`;
  return ownFailure('RECORD_NOT_FOUND', message, {
    property: idProperty,
    value: id,
    stage: 'read',
  });
}

function notFound({ target, id }: RecordWrite): Failure {
  const message = `HubSpot has no record of ${target.objectType} with the record ID ${quote(id)}: correct it, or choose the operation Update to have such items skipped`;
  return ownFailure('RECORD_NOT_FOUND', message, { property: RECORD_ID, value: id, stage: 'read' });
}
