/** Stands for a value that only n8n may tell: no text, number or boolean, or nothing of the item's own. */
export const NOT_PLAIN = Symbol('not plain');

/** `={{ $json.name }}`, `={{ $json.body["E-mail"] }}`: what n8n writes for a field dragged from its input. */
const REFERENCE = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*|\["[^"\\\n]*"\]|\['[^'\\\n]*'\])+)\s*\}\}$/;
const STEP = /\.(\w+)|\["([^"]*)"\]|\['([^']*)'\]/g;

/**
 * The way to the field that an expression names, from the item's JSON on.
 *
 * @returns Undefined where the expression does anything else.
 */
export function fieldNamedBy(expression: string): string[] | undefined {
  const steps = REFERENCE.exec(expression)?.[1];
  return steps === undefined
    ? undefined
    : Array.from(
        steps.matchAll(STEP),
        ([, ...names]) => names.find((name) => name !== undefined) ?? '',
      );
}

/** The plain value that stands there; undefined where the last field is missing. */
export function fieldAt(json: unknown, path: readonly string[]): unknown {
  let at = json;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return NOT_PLAIN;
    if (Object.hasOwn(at, name)) at = (at as Record<string, unknown>)[name];
    else at = name in at ? NOT_PLAIN : undefined;
  }
  return isPlain(at) ? at : NOT_PLAIN;
}

function isPlain(value: unknown): boolean {
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
