/** What a field holds that cannot be but what it is: JSON without parts, or nothing. */
export type Plain = string | number | boolean | null | undefined;

/** Stands for what only n8n may tell: a value with parts, a date, a function that is inherited. */
export const NOT_PLAIN: unique symbol = Symbol('not plain');

/**
 * `={{ $json.name }}`, `={{ $json.body.lines[0]["E-mail"] }}`: what n8n writes for a field dragged from
 * its input.
 */
const REFERENCE =
  /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\[(?:0|[1-9]\d*)\]|\["[^"\\}\r\n\u2028\u2029]*"\]|\['[^'\\}\r\n\u2028\u2029]*'\])+)\s*\}\}$/;
const STEP = /\.(\w+)|\[(\d+)\]|\["([^"]*)"\]|\['([^']*)'\]/g;

/**
 * The way to the field that an expression names, from the item's JSON on.
 *
 * @returns Undefined where the expression does anything else.
 */
export function fieldNamedBy(expression: string): string[] | undefined {
  const steps = REFERENCE.exec(expression)?.[1];
  if (steps === undefined) return undefined;
  return Array.from(
    steps.matchAll(STEP),
    ([, ...names]) => names.find((name) => name !== undefined) ?? '',
  );
}

/** What stands there: undefined where the last field is missing, `NOT_PLAIN` where n8n is to tell. */
export function fieldAt(json: unknown, path: readonly string[]): Plain | typeof NOT_PLAIN {
  let at = json;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return NOT_PLAIN;
    at = (at as Record<string, unknown>)[name];
  }
  return isPlain(at) ? at : NOT_PLAIN;
}

function isPlain(value: unknown): value is Plain {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return true;
    default:
      return value === null;
  }
}
