/** A value without parts, as HubSpot can store it. */
export type Scalar = string | number | bigint | boolean | Date;

/** A Luxon DateTime's own comes before its JSON form; a MongoDB ObjectId has either. */
const METHODS = ['toISO', 'toJSON', 'toHexString'] as const;

/**
 * The single value that an object stands for: what is in a box (`new String('a')`), a date of any
 * realm, or what the object says of itself in JSON (a Luxon DateTime, a URL, a MongoDB ObjectId).
 *
 * @returns Undefined where it has parts of its own; null where it stands for nothing.
 * @throws Whatever the object's own methods throw.
 */
export function scalarForm(value: object): Scalar | null | undefined {
  const inside = unboxed(value);
  if (inside !== undefined) return inside;
  for (const name of METHODS) {
    const method = (value as Record<string, unknown>)[name];
    if (typeof method !== 'function') continue;
    const form: unknown = method.call(value);
    if (form !== undefined) return asScalar(form);
  }
  return undefined;
}

function asScalar(form: unknown): Scalar | null | undefined {
  switch (typeof form) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return form;
    case 'object':
      return form === null ? null : unboxed(form);
    default:
      return undefined;
  }
}

/** `instanceof` would not know a date or a box that was made in another realm. */
function unboxed(value: object): Scalar | undefined {
  switch (Object.prototype.toString.call(value)) {
    case '[object Date]':
      return new Date(Date.prototype.getTime.call(value));
    case '[object String]':
      return String.prototype.valueOf.call(value);
    case '[object Number]':
      return Number.prototype.valueOf.call(value);
    case '[object BigInt]':
      return BigInt.prototype.valueOf.call(value);
    case '[object Boolean]':
      return Boolean.prototype.valueOf.call(value);
    default:
      return undefined;
  }
}
