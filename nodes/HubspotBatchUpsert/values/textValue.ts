import type { PropertyDefinition } from '../hubspot/types';
import { Invalid, type ConversionResult } from './conversion';
import { trimInvisible } from './invisible';
import { scalarText } from './scalar';
import type { Scalar } from './scalarForm';

/** A value of a text property, as it is; around an e-mail address or a phone number, nothing. */
export function toTextValue(
  value: Scalar,
  definition: PropertyDefinition | undefined,
): ConversionResult {
  const text = scalarText(value);
  const isKept = text instanceof Invalid || !holdsAddress(definition);
  return isKept ? text : trimInvisible(text);
}

/** HubSpot has a field type for phone numbers, and none for e-mail addresses. */
function holdsAddress(definition: PropertyDefinition | undefined): boolean {
  if (definition === undefined) return false;
  const { name, type = 'string', fieldType } = definition;
  if (type === 'phone_number' || fieldType === 'phonenumber') return true;
  return type === 'string' && (name === 'email' || name.endsWith('_email'));
}
