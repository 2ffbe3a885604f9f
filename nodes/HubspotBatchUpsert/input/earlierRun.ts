import type { IDataObject } from 'n8n-workflow';
import { isWrittenOutcome } from '../model/ledger';
import type { TargetNames } from '../model/target';

/** A record that an earlier run of the node wrote for an item, before something of the item failed. */
export interface EarlierRecord extends TargetNames {
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
export function recordOfEarlierRun({
  hubspot,
  hubspotError,
}: IDataObject): EarlierRecord | undefined {
  if (!isObject(hubspot) || !isObject(hubspotError)) return undefined;
  const { outcome, objectType, idProperty, idValue } = hubspot;
  const isNotAssociated = hubspotError.stage === 'associate' && hubspotError.attempted === true;
  // What was not associated then may have failed otherwise since, and the record is there all the same.
  if (!isNotAssociated && !isWrittenOutcome(outcome)) return undefined;
  if (typeof objectType !== 'string' || typeof idProperty !== 'string') return undefined;
  return typeof idValue === 'string' ? { objectType, idProperty, idValue } : undefined;
}

function isObject(value: IDataObject[string]): value is IDataObject {
  return typeof value === 'object' && value !== null;
}
