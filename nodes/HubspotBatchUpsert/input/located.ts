import { objectTypeInPaths } from '../hubspot/objectTypeNames';
import { Invalid } from '../values/conversion';
import { trimInvisible } from '../values/invisible';
import { scalarText } from '../values/scalar';

/**
 * The value of a resource locator, which may also be given as plain text.
 *
 * @throws Error where the value is a number that JSON cannot hold exactly.
 */
export function located(parameter: unknown): string {
  return toText(
    typeof parameter === 'object' && parameter !== null && 'value' in parameter
      ? parameter.value
      : parameter,
  );
}

/**
 * Reads object types, each by the name under which it was met first: by two of its names the same record
 * would be two.
 *
 * @returns A reader. It throws an Error where the value is a number that JSON cannot hold exactly.
 */
export function objectTypeReader(): (parameter: unknown) => string {
  const names = new Map<string, string>();
  return (parameter) => {
    const given = located(parameter);
    const type = objectTypeInPaths(given);
    const name = names.get(type) ?? given;
    names.set(type, name);
    return name;
  };
}

/** @throws Error where the value is a number that JSON cannot hold exactly. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return trimInvisible(value);
  if (typeof value !== 'number') return '';
  const text = scalarText(value);
  if (text instanceof Invalid) throw new Error(text.reason);
  return text;
}
