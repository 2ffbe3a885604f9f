import type { PropertyValues } from '../hubspot/types';
import type { Association, AssociationWish, ItemAssociations } from './association';
import type { Failure } from './outcome';
import type { Target } from './target';

/** What one input item asks for. */
export interface RecordInput {
  target: Target;
  /** The record's value of idProperty, as HubSpot stores it. */
  id: string;
  /** The item's place in the node's input. */
  index: number;
  properties: PropertyValues;
  /** The user's own objectWriteTraceId; empty where the node is to make one. */
  traceId: string;
  /** What the item asks for and HubSpot could not store. */
  leftOut?: readonly LeftOut[];
  /** Records to associate this one with: as the item names them, until they are found. */
  wishes?: readonly AssociationWish[];
  associations?: readonly Association[];
  /** Did an earlier run write the record for the item, so that no more than its associations may be missing? */
  isWrittenBefore?: true;
}

/** A value that the record is written without. */
export interface LeftOut {
  property: string;
  /** As an item may carry it. */
  value: unknown;
  /** Why HubSpot could not store it, or did not. */
  reason: string;
}

/** Which request of HubSpot's writes a record. */
export type WriteOperation = 'upsert' | 'create' | 'update';

/** By property: what HubSpot holds, null where it is nothing, and what it is to hold. */
export type Changes = Readonly<Record<string, { from: string | null; to: string }>>;

/** What is written to HubSpot: one record, on behalf of one item or several. */
export interface RecordWrite extends Omit<
  RecordInput,
  'index' | 'leftOut' | 'wishes' | 'associations'
> {
  indexes: number[];
  /** No other record of the run has it; HubSpot tells each record's outcome by it. */
  traceId: string;
  /** A record of a later round is sent only after every outcome of the round before is known. */
  round: number;
  /** By item: properties whose value the record was not given, since another item's took its place. */
  superseded?: ReadonlyMap<number, readonly string[]>;
  /** By item, of several: properties whose value the record has from it. */
  given?: ReadonlyMap<number, ReadonlySet<string>>;
  /** By item: values that the record is written without, since HubSpot would not store them. */
  leftOut?: ReadonlyMap<number, readonly LeftOut[]>;
  /** What the record is associated with once it is written. */
  associations?: readonly ItemAssociations[];
  /** How it is written; undefined until that is decided. */
  operation?: WriteOperation;
  /** HubSpot's id of the record that is updated, where it is known. */
  recordId?: string;
  /** All properties that the items ask for, where `properties` holds no more than what is to be sent. */
  asked?: PropertyValues;
  /** What the write changes, where the values were compared with those that HubSpot holds. */
  changes?: Changes;
  /** What HubSpot said against each way of writing it: its store was otherwise than was thought. */
  contradictions?: readonly Contradiction[];
  /** How often it was to be created, and nobody knew whether it was. */
  timesLost?: number;
  /** A request that held it with other executions' records created it, and did not tell of all its batch. */
  wasCreated?: boolean;
  /** Was it sent, and is it sent again without what HubSpot refused by name? */
  isWithoutRefused?: boolean;
  /** What all writes to the record share, where they are to be made one after the other. */
  sequence?: WriteSequence;
  /** What it failed with, be it together with its batch, until it is sent again. */
  refusal?: Failure;
  /** A request that held it ended so that HubSpot may have written it without saying so. */
  mayBeWritten?: boolean;
}

/** What HubSpot said against a way of writing a record. */
export interface Contradiction {
  operation: WriteOperation;
  /** HubSpot's id of the record that was updated, where that was known. */
  recordId?: string;
  failure: Failure;
  /** Was it said of several records together, so that another one may be meant? */
  isShared: boolean;
}

/** What a record is found by, and what it is looked at for. */
export type KeyedRecord = Pick<
  RecordWrite,
  'target' | 'id' | 'properties' | 'recordId' | 'mayBeWritten'
>;

/** A record to be looked for by its value of the target's idProperty, whatever is to be written to it. */
export function soughtRecord(target: Target, id: string): KeyedRecord {
  const recordId = target.lookup === 'recordId' ? id : undefined;
  return { target, id, properties: {}, recordId };
}

/** Several writes to one record, each in a round of its own. */
interface WriteSequence {
  /** Nobody knows whether one of them was written, or still will be. */
  isUnconfirmed: boolean;
}

/**
 * The value under which HubSpot will hold the record once it is written: the write may itself
 * change the property by which it finds the record (a contact's new e-mail address).
 */
export function idAfterWrite({ target: { idProperty }, id, properties }: KeyedRecord): string {
  return (Object.hasOwn(properties, idProperty) && properties[idProperty]) || id;
}

/** The value that the record sends for a property; null where it sends none. */
export function valueOf(property: string, write: RecordWrite): string | null {
  if (property === write.target.idProperty) return idAfterWrite(write);
  return Object.hasOwn(write.properties, property) ? (write.properties[property] ?? null) : null;
}

export function isMissing(property: string, write: RecordWrite): boolean {
  return (valueOf(property, write) ?? '') === '';
}
