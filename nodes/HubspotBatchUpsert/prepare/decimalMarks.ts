import type { PropertyDefinition } from '../hubspot/types';
import type { NumberFormat } from '../model/settings';
import { mayBeGrouped, showsDecimalComma, whyDoubtful } from '../values/decimalComma';
import { Invalid } from '../values/conversion';
import { toPlainValue } from '../values/plainValue';

/** A number whose point may stand between thousands, as it came. */
interface Suspect {
  index: number;
  value: unknown;
  text: string;
}

/** What the values of one property show of its decimal mark. */
interface Seen {
  /** The first value that can only be read with a decimal comma. */
  shown?: string;
  suspects: Suspect[];
}

/** A value that has two readings because of another item's. */
export interface DoubtfulValue {
  property: string;
  value: unknown;
  reason: string;
}

/**
 * Watches the number properties of a run for decimal commas. 1.500 is 1.5, as programs write it, but
 * where the same column holds 1431,5 it may be 1500 as well. It is told of all values before it is asked.
 */
export class DecimalMarks {
  private readonly byProperty = new Map<PropertyDefinition, Seen>();

  constructor(private readonly numberFormat: NumberFormat) {}

  /** Takes in what an item has for a property. JSON numbers are never in doubt. */
  note(index: number, definition: PropertyDefinition | undefined, value: unknown): void {
    if (definition?.type !== 'number' || this.numberFormat !== 'automatic') return;
    if (typeof value === 'number') return;
    const text = textOf(value);
    if (text === undefined) return;
    const seen = this.byProperty.get(definition);
    if (mayBeGrouped(text)) {
      const suspects = seen?.suspects ?? [];
      if (suspects.at(-1)?.index !== index) suspects.push({ index, value, text });
      if (!seen) this.byProperty.set(definition, { suspects });
    } else if (seen?.shown === undefined && showsDecimalComma(text)) {
      this.byProperty.set(definition, { shown: text, suspects: seen?.suspects ?? [] });
    }
  }

  /** The values that have two readings, by item. */
  doubtfulValues(): Map<number, DoubtfulValue[]> {
    const byIndex = new Map<number, DoubtfulValue[]>();
    for (const [{ name: property }, { shown, suspects }] of this.byProperty) {
      if (shown === undefined) continue;
      for (const { index, value, text } of suspects) {
        const doubtful = byIndex.get(index) ?? [];
        doubtful.push({ property, value, reason: whyDoubtful(text, shown) });
        byIndex.set(index, doubtful);
      }
    }
    return byIndex;
  }
}

/** The text of a value, also where an object or a list of one stands for it. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? value : undefined;
  }
  const plain = toPlainValue(value);
  if (plain instanceof Invalid || !Array.isArray(plain)) {
    return typeof plain === 'string' ? plain : undefined;
  }
  return plain.length === 1 && typeof plain[0] === 'string' ? plain[0] : undefined;
}
