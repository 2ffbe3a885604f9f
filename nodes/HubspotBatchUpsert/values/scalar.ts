import { Invalid } from './conversion';
import { NOT_IN_JSON, quote } from './quote';
import { jsonNumberText } from './jsonNumber';
import { scalarForm, type Scalar } from './scalarForm';

const ADVICE = 'map one of its fields, HubSpot stores plain values';
const OFF_THE_CALENDAR = 'The date is not on the calendar';

/** What the node needs of it. */
interface LuxonDateTime {
  toISO(): unknown;
  toString(): string;
}

/** Takes a value of an item, other than undefined, for a single value, or says why it is none. */
export function toScalar(value: unknown): Scalar | Invalid {
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
      return value === null
        ? new Invalid('An empty entry in a list is not a value that HubSpot can store')
        : fromObject(value);
    default:
      return new Invalid(`A value of type ${typeof value} is not one that HubSpot can store`);
  }
}

/** The text of a single value; a date as ISO 8601 in UTC. */
export function scalarText(value: Scalar): string | Invalid {
  if (typeof value === 'number') return jsonNumberText(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A value as an item may carry it: an object that stands for a single value as that. */
export function asItemValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  try {
    if (isDateTime(value)) return String(value);
    const form = scalarForm(value) ?? value;
    return form instanceof Date ? value : form;
  } catch {
    return NOT_IN_JSON;
  }
}

function fromObject(value: object): Scalar | Invalid {
  try {
    const form = scalarForm(value);
    if (form === undefined) return new Invalid(`${quote(value)} has parts of its own: ${ADVICE}`);
    if (form === null) return standsForNothing(value);
    if (!(form instanceof Date)) return toScalar(form);
    return Number.isNaN(form.getTime()) ? new Invalid(OFF_THE_CALENDAR) : form;
  } catch {
    return new Invalid(`The object cannot be put into JSON: ${ADVICE}`);
  }
}

function standsForNothing(value: object): Invalid {
  return new Invalid(
    isDateTime(value) ? OFF_THE_CALENDAR : 'The object stands for nothing: in JSON it is null',
  );
}

function isDateTime(value: object): value is LuxonDateTime {
  return 'toISO' in value && typeof value.toISO === 'function';
}
