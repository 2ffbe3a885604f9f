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
 * An object type, by the one name that it has in a run.
 *
 * @throws Error where the value is a number that JSON cannot hold exactly.
 */
export function locatedObjectType(parameter: unknown): string {
  return objectTypeInPaths(located(parameter));
}

/** @throws Error where the value is a number that JSON cannot hold exactly. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return trimInvisible(value);
  if (typeof value !== 'number') return '';
  const text = scalarText(value);
  if (text instanceof Invalid) throw new Error(text.reason);
  return text;
}
