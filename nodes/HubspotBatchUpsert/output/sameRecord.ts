import { isContactEmail } from '../hubspot/propertyDefinitions';
import { isWritten, type Ledger } from '../model/ledger';
import type { RecordFields } from '../model/recordFields';
import { quote } from '../values/quote';

/**
 * Two addresses of one contact are two records to the node and one to HubSpot: each of their items
 * warns of the others, since what one wrote another may have overwritten.
 */
export function warnOfSameRecord(ledger: Ledger): void {
  const byRecord = new Map<unknown, RecordFields[]>();
  for (let index = 0; index < ledger.size; index += 1) {
    const entry = ledger.entry(index);
    if (!isWritten(entry)) continue;
    const { id, objectType, idProperty } = entry.hubspot;
    if (typeof objectType !== 'string' || typeof idProperty !== 'string') continue;
    if (!isContactEmail(objectType, idProperty) || id === undefined) continue;
    const known = byRecord.get(id);
    if (known) known.push(entry.hubspot);
    else byRecord.set(id, [entry.hubspot]);
  }
  for (const [id, records] of byRecord) {
    const addresses = [...new Set(records.map(({ idValue }) => idValue))];
    if (addresses.length > 1) for (const record of records) warn(record, id, addresses);
  }
}

function warn(record: RecordFields, id: unknown, addresses: readonly unknown[]): void {
  const others = addresses.filter((address) => address !== record.idValue);
  const message = `Other items of this run have another address of the same contact (${String(id)}) and wrote to it, too: ${others.map(quote).join(', ')}`;
  const warnings = Array.isArray(record.warnings) ? (record.warnings as object[]) : [];
  record.warnings = [...warnings, { category: 'SAME_RECORD', message }];
}
