import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import {
  identifiesRecords,
  isContactEmail,
  isWritable,
  toPropertyDefinitions,
  usableIdProperties,
} from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';

const readOnly = { modificationMetadata: { readOnlyValue: true } };

it.each<[Partial<PropertyDefinition>, boolean]>([
  [{}, true],
  [{ archived: false, modificationMetadata: { readOnlyValue: false } }, true],
  [{ archived: true }, false],
  [readOnly, false],
])('a property with %j can be written: %p', (more, expected) => {
  expect(isWritable({ name: 'sku', ...more })).toBe(expected);
});

it.each<[string, PropertyDefinition, boolean]>([
  ['products', { name: 'sku', hasUniqueValue: true }, true],
  ['products', { name: 'sku', hasUniqueValue: true, ...readOnly }, false],
  ['products', { name: 'sku', hasUniqueValue: false }, false],
  ['products', { name: 'email' }, false],
  ['contacts', { name: 'email' }, true],
  ['contacts', { name: 'email', archived: true }, false],
  ['contacts', { name: 'phone' }, false],
])('%s are found by %j: %p', (objectType, definition, expected) => {
  expect(identifiesRecords(definition, objectType)).toBe(expected);
});

it.each([
  ['contacts', 'email', true],
  ['contact', 'email', true],
  ['0-1', 'email', true],
  ['Contacts', 'email', true],
  ['contacts', 'firstname', false],
  ['0-3', 'email', false],
])('of %s, %s is the e-mail address of a contact: %p', (objectType, property, expected) => {
  expect(isContactEmail(objectType, property)).toBe(expected);
});

describe('the properties that may identify records', () => {
  const definitions = toPropertyDefinitions([
    { name: 'email' },
    { name: 'name' },
    { name: 'code', hasUniqueValue: true },
    { name: 'hs_object_id', hasUniqueValue: true, ...readOnly },
  ]);

  it('are the writable ones with unique values', () => {
    expect(usableIdProperties(definitions, 'products')).toEqual(['code']);
  });

  it('and the e-mail address of contacts', () => {
    expect(usableIdProperties(definitions, 'contacts')).toEqual(['email', 'code']);
  });

  it('are not known where the definitions are not', () => {
    expect(usableIdProperties(undefined, 'contacts')).toBeUndefined();
  });
});
