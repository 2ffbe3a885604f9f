import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { fieldLike, likelyProperty } from '../../nodes/HubspotBatchUpsert/prepare/fieldNames';

const definitions = toPropertyDefinitions([
  { name: 'email', label: 'E-mail' },
  { name: 'firstname', label: 'First Name' },
  { name: 'one', label: 'Twin' },
  { name: 'two', label: 'Twin' },
  { name: 'unlabelled' },
]);

it.each([
  ['Email', 'email'],
  ['\ufeffE-MAIL ', 'email'],
  ['first_name', 'firstname'],
  ['Ｆｉｒｓｔ　Ｎａｍｅ', 'firstname'],
  ['Twin', undefined],
  ['other', undefined],
  ['---', undefined],
  ['', undefined],
])('the field %j probably means %p', (field, property) => {
  expect(likelyProperty(field, definitions)).toBe(property);
});

it.each([
  [{ Email: 'x' }, 'Email'],
  [{ '\ufeffe-mail': 'x', name: 'y' }, '\ufeffe-mail'],
  [{ email: 'x' }, undefined],
  [{ Email: 'x', 'E-Mail': 'y' }, undefined],
  [{ name: 'x' }, undefined],
])('of %j the field %p looks like the key', (fields, field) => {
  expect(fieldLike('email', fields, definitions)).toBe(field);
});

it('nothing is meant where no property is known', () => {
  expect(likelyProperty('Email', undefined)).toBeUndefined();
  expect(fieldLike('email', { Email: 'x' }, undefined)).toBe('Email');
});
