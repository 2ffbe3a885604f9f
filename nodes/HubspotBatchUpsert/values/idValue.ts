import { isContactEmail } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import type { ValueRules } from '../model/settings';
import type { TargetNames } from '../model/target';
import { Invalid, type ConversionResult, type NeedsOptions } from './conversion';
import { toEmailKey } from './emailKey';
import { quote } from './quote';
import { trimInvisible } from './invisible';
import { isBlank, toPlainValue } from './plainValue';
import { toPropertyText } from './propertyValue';

/**
 * Turns a value of an item into the id of a record, just as any other value of the property: what
 * HubSpot stores alike is one record.
 *
 * @param definition Of idProperty, or undefined where it is not known.
 * @returns Undefined where the value says nothing.
 */
export function toIdText(
  value: unknown,
  target: TargetNames,
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): ConversionResult | NeedsOptions {
  const plain = toPlainValue(value);
  if (plain instanceof Invalid) return plain;
  if (isBlank(plain)) return undefined;
  if (Array.isArray(plain) && plain.length > 1) {
    return new Invalid(`${quote(plain)} are several values, and a record has one id`);
  }
  const text = toPropertyText(plain, definition, { ...rules, emptyValues: 'ignore' });
  if (typeof text !== 'string') return text;
  const id = normalizeId(target, text);
  return isContactEmail(target.objectType, target.idProperty) ? toEmailKey(id) : id;
}

/** The text of an id as HubSpot keeps it: nothing around it, and e-mail addresses in lower case. */
export function normalizeId({ objectType, idProperty }: TargetNames, id: string): string {
  const bare = trimInvisible(id);
  return isContactEmail(objectType, idProperty) ? bare.toLowerCase() : bare;
}
