import type { IDataObject } from 'n8n-workflow';
import type { TargetNames } from '../model/target';

/** A record that an earlier run of the node wrote for an item, and could not associate as it asks. */
export interface UnassociatedRecord extends TargetNames {
  /** Its value of idProperty. */
  idValue: string;
}

/** The fields of an item without those that the node wrote into it in an earlier run. */
export function withoutEarlierRun(json: IDataObject): IDataObject {
  if (!('hubspot' in json || 'hubspotError' in json)) return json;
  const { hubspot, hubspotError, ...fields } = json;
  return fields;
}

/** Undefined where no earlier run left such a record in the item. */
export function unassociatedRecord({
  hubspot,
  hubspotError,
}: IDataObject): UnassociatedRecord | undefined {
  if (!isObject(hubspot) || !isObject(hubspotError)) return undefined;
  if (hubspotError.stage !== 'associate' || hubspotError.attempted !== true) return undefined;
  const { objectType, idProperty, idValue } = hubspot;
  if (typeof objectType !== 'string' || typeof idProperty !== 'string') return undefined;
  return typeof idValue === 'string' ? { objectType, idProperty, idValue } : undefined;
}

function isObject(value: IDataObject[string]): value is IDataObject {
  return typeof value === 'object' && value !== null;
}
