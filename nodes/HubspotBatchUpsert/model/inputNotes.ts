import type { LeftOut } from './record';

/** What of the input does not reach HubSpot, or not as it stands, and that no single item tells. */
export class InputNotes {
  /** Fields that are no writable property: how many items have each. */
  readonly ignoredFields = new Map<string, IgnoredField>();
  /** Fields that fill a property which is named otherwise: how many items have each. */
  readonly matchedFields = new Map<string, MatchedField>();
  /** Properties with a value that names no time zone, and for which that of the run decided. */
  readonly readInTimeZone = new Set<string>();
  /** Values that were read as something that does not simply stand there, by property. */
  readonly readValues = new Map<string, ReadValues>();
  /** Values that records were written without: how many of each property. */
  readonly leftOutValues = new Map<string, number>();
  /** Values that a later item of the same record replaced. */
  replacedValues = 0;
  /** Items whose record was skipped, and so not associated as they ask. */
  unassociatedItems = 0;
  /** Values with U+FFFD, which stands for what could not be decoded. */
  undecodedValues = 0;

  noteMatched(field: string, property: string): void {
    const known = this.matchedFields.get(field);
    if (known) known.items += 1;
    else this.matchedFields.set(field, { items: 1, property });
  }

  /** @param text What is sent for the value. */
  noteRead(property: string, value: unknown, text: string): void {
    const known = this.readValues.get(property);
    if (known) known.values += 1;
    else this.readValues.set(property, { values: 1, example: { value, text } });
  }

  /** @param why Tells, where that is known, why it fills no property. */
  noteIgnored(field: string, why: () => string | undefined): void {
    const known = this.ignoredFields.get(field);
    if (known) known.items += 1;
    else this.ignoredFields.set(field, { items: 1, why: why() });
  }

  noteLeftOut(leftOut: ReadonlyMap<number, readonly LeftOut[]> | undefined): void {
    for (const values of leftOut?.values() ?? []) {
      for (const { property } of values) {
        this.leftOutValues.set(property, (this.leftOutValues.get(property) ?? 0) + 1);
      }
    }
  }

  noteReplaced(superseded: ReadonlyMap<number, readonly string[]> | undefined): void {
    for (const properties of superseded?.values() ?? []) this.replacedValues += properties.length;
  }

  /** @param value As an item has it, whatever becomes of it. */
  noteUndecoded(value: unknown): void {
    const holds = Array.isArray(value) ? value.some(isUndecoded) : isUndecoded(value);
    if (holds) this.undecodedValues += 1;
  }
}

/** What stands for a byte that is no character in the encoding that a file was read with. */
const UNDECODED = '\ufffd';

function isUndecoded(value: unknown): boolean {
  return typeof value === 'string' && value.includes(UNDECODED);
}

interface IgnoredField {
  items: number;
  /** Why it fills no property, where something can be said. */
  why: string | undefined;
}

interface ReadValues {
  values: number;
  example: { value: unknown; text: string };
}

interface MatchedField {
  items: number;
  property: string;
}
