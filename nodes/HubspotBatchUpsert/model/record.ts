import type { PropertyValues } from '../hubspot/types';

/** What identifies a record in HubSpot: the value of one property of one object type. */
export interface Identity {
  objectType: string;
  idProperty: string;
  /** The record's value of idProperty, as HubSpot stores it. */
  id: string;
}

/** What one input item asks for. */
export interface RecordInput extends Identity {
  /** The item's place in the node's input. */
  index: number;
  properties: PropertyValues;
  /** The user's own objectWriteTraceId; empty where the node is to make one. */
  traceId: string;
}

/** What is written to HubSpot: one record, on behalf of one item or several. */
export interface RecordWrite extends Identity {
  indexes: number[];
  properties: PropertyValues;
  /** Unique in the run; HubSpot tells each record's outcome by it. */
  traceId: string;
  /** A record of a later round is sent only after every outcome of the round before is known. */
  round: number;
}

/** One text for one record of the run; no part of it can contain the separator. */
export function identityKey({ objectType, idProperty, id }: Identity): string {
  return `${objectType}\u0000${idProperty}\u0000${id}`;
}

/**
 * The value under which HubSpot will hold the record once it is written: the write may itself
 * change the property by which it finds the record (a contact's new e-mail address).
 */
export function idAfterWrite({
  idProperty,
  id,
  properties,
}: Identity & { properties: PropertyValues }): string {
  return (Object.hasOwn(properties, idProperty) && properties[idProperty]) || id;
}
