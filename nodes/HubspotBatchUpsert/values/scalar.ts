import { Invalid, quote } from './converted';
import { jsonNumberText } from './jsonNumber';

/** A value without parts, as HubSpot can store it. */
export type Scalar = string | number | bigint | boolean | Date;

/** What the node needs of it. */
interface LuxonDateTime {
  toISO(): unknown;
  toString(): string;
}

/**
 * Takes a value of an item for a single value. A Luxon DateTime, which n8n's expressions give,
 * becomes its ISO text and so keeps the calendar day of its own zone.
 */
export function toScalar(value: unknown): Scalar | Invalid {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? new Invalid('The date is not on the calendar') : value;
  }
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
        ? value
        : new Invalid(`${value} is not a value that HubSpot can store`);
    case 'string':
    case 'bigint':
    case 'boolean':
      return value;
    case 'object':
      return fromObject(value);
    default:
      return new Invalid(`A value of type ${typeof value} is not one that HubSpot can store`);
  }
}

/** The text of a single value; a date as ISO 8601 in UTC. */
export function scalarText(value: Scalar): string | Invalid {
  if (typeof value === 'number') return jsonNumberText(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A value as an item may carry it: a Luxon DateTime, which is no JSON, as its text. */
export function asItemValue(value: unknown): unknown {
  return typeof value === 'object' && isDateTime(value) ? String(value) : value;
}

function isDateTime(value: object | null): value is LuxonDateTime {
  return value !== null && 'toISO' in value && typeof value.toISO === 'function';
}

function fromObject(value: object | null): Scalar | Invalid {
  if (isDateTime(value)) {
    const iso = value.toISO();
    return typeof iso === 'string' ? iso : new Invalid('The date is not on the calendar');
  }
  return new Invalid(
    value === null
      ? 'An empty entry in a list is not a value that HubSpot can store'
      : `${quote(value)} has parts of its own: map one of its fields, HubSpot stores plain values`,
  );
}
