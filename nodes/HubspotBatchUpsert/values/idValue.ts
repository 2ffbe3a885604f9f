import { isContactEmail, RECORD_ID } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import type { ValueRules } from '../model/settings';
import type { TargetNames } from '../model/target';
import { Invalid, type ConversionResult, type NeedsOptions } from './conversion';
import { isCompanyDomain, toDomain, toDomainKey } from './domainKey';
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
  const isRecordId = target.idProperty === RECORD_ID;
  const asText = isRecordId ? undefined : definition;
  const text = toPropertyText(plain, asText, rules);
  if (typeof text !== 'string') return text;
  if (isRecordId) return toRecordId(text);
  const { objectType, idProperty } = target;
  if (isCompanyDomain(objectType, idProperty)) return toDomainKey(trimInvisible(text));
  const id = normalizeId(target, text);
  return isContactEmail(objectType, idProperty) ? toEmailKey(id) : id;
}

/** The text of an id as HubSpot keeps it: nothing around it, e-mail addresses and domains in lower case. */
export function normalizeId({ objectType, idProperty }: TargetNames, id: string): string {
  const bare = trimInvisible(id);
  if (isCompanyDomain(objectType, idProperty)) return toDomain(bare);
  return isContactEmail(objectType, idProperty) ? bare.toLowerCase() : bare;
}

/** HubSpot's record ids are whole numbers of 64 bits (OpenAPI and its clients: int64). */
const MAX_RECORD_ID = '9223372036854775807';

function toRecordId(text: string): string | Invalid {
  const bare = trimInvisible(text);
  if (!/^\d+$/.test(bare)) {
    return new Invalid(
      `Record IDs consist of digits, and ${quote(text)} does not. If it is the value of another property, choose that property instead`,
    );
  }
  const id = bare.replace(/^0+(?=\d)/, '');
  // Digits of the same number compare as text.
  const isTooGreat =
    id.length > MAX_RECORD_ID.length || (id.length === MAX_RECORD_ID.length && id > MAX_RECORD_ID);
  return isTooGreat
    ? new Invalid(
        `${quote(text)} is no record ID of HubSpot: the greatest is 9,223,372,036,854,775,807. If it is the value of another property, choose that property instead`,
      )
    : id;
}
