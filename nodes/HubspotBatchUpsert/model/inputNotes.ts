import type { PropertyValues } from '../hubspot/types';

/** What of the input does not reach HubSpot, or not as it stands, and that no single item tells. */
export class InputNotes {
  /** Fields that are no writable property: how many items have each. */
  readonly ignoredFields = new Map<string, IgnoredField>();
  /** Values that a later row of the same record replaced. */
  replacedValues = 0;
  /** Values with U+FFFD, which stands for what could not be decoded. */
  undecodedValues = 0;

  noteIgnored(field: string, meant: () => string | undefined): void {
    const known = this.ignoredFields.get(field);
    if (known) known.items += 1;
    else this.ignoredFields.set(field, { items: 1, meant: meant() });
  }

  noteReplaced(superseded: ReadonlyMap<number, readonly string[]> | undefined): void {
    for (const properties of superseded?.values() ?? []) this.replacedValues += properties.length;
  }

  noteUndecoded(properties: PropertyValues): void {
    for (const name in properties) {
      if (properties[name]?.includes(UNDECODED)) this.undecodedValues += 1;
    }
  }
}

/** What stands for a byte that is no character in the encoding that a file was read with. */
const UNDECODED = '\ufffd';

interface IgnoredField {
  items: number;
  /** The property that was probably meant. */
  meant: string | undefined;
}
