import { redact } from '../hubspot/redaction';
import type { RecordFields } from '../model/recordFields';

/** The node's own fields of a record, the user's values, and what HubSpot says of every record. */
const HARMLESS = new Set([
  'outcome',
  'reason',
  'changes',
  'objectType',
  'idProperty',
  'idValue',
  'objectWriteTraceId',
  'superseded',
  'properties',
  'propertiesWithHistory',
  'id',
  'createdAt',
  'updatedAt',
  'archived',
  'new',
  'url',
]);

/** The one way out for what HubSpot says: without credentials, whatever field it stands in. */
export class Redacted {
  private readonly known = new WeakMap<object, unknown>();

  /** The fields without credentials; what several errors share is read once and stays shared. */
  fieldsOf(said: object): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, this.of(value as unknown)]),
    );
  }

  /** What HubSpot returned, in its place; the values of properties stay as they are. */
  record(hubspot: RecordFields): RecordFields {
    for (const name in hubspot) {
      if (!HARMLESS.has(name)) hubspot[name] = redact(hubspot[name]);
    }
    return hubspot;
  }

  private of(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return redact(value);
    const known = this.known.get(value);
    if (known !== undefined) return known;
    const made = redact(value);
    this.known.set(value, made);
    return made;
  }
}
