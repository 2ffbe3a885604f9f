import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import {
  toPropertyDefinitions,
  type PropertyDefinitions,
} from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { InputNotes } from '../../nodes/HubspotBatchUpsert/model/inputNotes';
import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { FieldMatcher, fieldsLike } from '../../nodes/HubspotBatchUpsert/prepare/matchFields';

const definitions = toPropertyDefinitions([
  { name: 'email', label: 'E-mail' },
  { name: 'firstname', label: 'First Name' },
  { name: 'one', label: 'Twin' },
  { name: 'two', label: 'Twin' },
  { name: 'unlabelled' },
  { name: 'createdate', label: 'Create Date', modificationMetadata: { readOnlyValue: true } },
  { name: 'stage', label: 'Stage' },
  { name: 'hs_stage', label: 'Stage', modificationMetadata: { readOnlyValue: true } },
]);

const lenient = { fieldNames: 'namesAndLabels', unknownFields: 'ignore' } as const;

/** What becomes of these fields, and what the run's hint would tell of it. */
function match(
  fields: IDataObject,
  rules: Pick<Settings, 'fieldNames' | 'unknownFields'> = lenient,
  known: PropertyDefinitions = definitions,
) {
  const notes = new InputNotes();
  const target = { idProperty: 'email', definitions: known };
  const { values, fieldNames } = new FieldMatcher(target, rules, notes).match(fields);
  return {
    values,
    fieldNames: Object.fromEntries(fieldNames),
    matched: [...notes.matchedFields].map(([field, { property }]) => [field, property]),
    ignored: Object.fromEntries([...notes.ignoredFields].map(([field, { why }]) => [field, why])),
  };
}

it.each([
  ['email', 'email'],
  ['Email', 'email'],
  ['\ufeffE-MAIL ', 'email'],
  ['first_name', 'firstname'],
  ['Ｆｉｒｓｔ　Ｎａｍｅ', 'firstname'],
  ['UNLABELLED', 'unlabelled'],
  ['one', 'one'],
  ['Stage', 'stage'],
])('the field %j fills %s', (field, property) => {
  expect(match({ [field]: 'x' })).toMatchObject({ values: { [property]: 'x' }, ignored: {} });
});

it.each([
  ['Twin', 'it could be one or two'],
  ['Create Date', 'HubSpot does not let createdate be written'],
  ['createdate', 'HubSpot does not let createdate be written'],
  ['hs_stage', 'HubSpot does not let hs_stage be written'],
  ['other', undefined],
  ['---', undefined],
  ['', undefined],
])('the field %j fills nothing, and the hint says why: %s', (field, why) => {
  expect(match({ [field]: 'x' })).toEqual({
    values: {},
    fieldNames: {},
    matched: [],
    ignored: { [field]: why },
  });
});

describe('of several fields for one property', () => {
  it('the one that is named like it is taken', () => {
    expect(match({ 'E-Mail': 'a', email: 'b' })).toEqual({
      values: { email: 'b' },
      fieldNames: {},
      matched: [],
      ignored: { 'E-Mail': 'another field is email, too' },
    });
  });

  it('none is taken where none is named like it', () => {
    expect(match({ 'E-Mail': 'a', EMAIL: 'b' })).toMatchObject({
      values: {},
      ignored: { 'E-Mail': 'another field is email, too', EMAIL: 'another field is email, too' },
    });
  });

  it('one that is undefined is none', () => {
    expect(match({ 'E-Mail': 'a', EMAIL: undefined, email: undefined }).values).toEqual({
      email: 'a',
    });
  });
});

it('what was matched is told, with the name of the field', () => {
  expect(match({ 'First Name': 'x', email: 'y' })).toMatchObject({
    fieldNames: { firstname: 'First Name' },
    matched: [['First Name', 'firstname']],
  });
});

it('by names alone a field has to be named like its property', () => {
  expect(match({ Email: 'x', firstname: 'y' }, { ...lenient, fieldNames: 'names' })).toMatchObject({
    values: { firstname: 'y' },
    ignored: { Email: 'perhaps email' },
  });
});

it.each(['reject', 'send'] as const)(
  'where unknown fields are not to be ignored (%s), they stay',
  (unknownFields) => {
    const fields = { other: 1, Twin: 2, createdate: 3, 'E-Mail': 4, email: 5 };
    expect(match(fields, { ...lenient, unknownFields })).toMatchObject({
      values: fields,
      ignored: {},
    });
  },
);

it('where no property is known, every field stays as it is', () => {
  const fields = { Email: 'x', other: 'y' };
  const target = { idProperty: 'email', definitions: undefined };
  expect(new FieldMatcher(target, lenient, new InputNotes()).match(fields).values).toBe(fields);
});

it.each(['__proto__', 'constructor', 'toString'])('a property may be called %s', (name) => {
  const known = toPropertyDefinitions([{ name, label: 'Odd One' }]);
  expect(Object.entries(match({ 'odd one': 'x' }, lenient, known).values)).toEqual([[name, 'x']]);
  const own = JSON.parse(`{"${name}": "x"}`) as IDataObject;
  expect(Object.entries(match(own, lenient, known).values)).toEqual([[name, 'x']]);
});

it('no value is taken twice, lost without a word, or put under a property that it does not name', () => {
  const field = fc.constantFrom(
    ...['email', 'E-mail', 'EMAIL', 'First name', 'firstname', 'first_name', 'Twin', 'one'],
    ...['Stage', 'stage', 'createdate', 'x'],
  );
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  fc.assert(
    fc.property(fc.uniqueArray(field), (fields) => {
      const { values, ignored } = match(Object.fromEntries(fields.map((name) => [name, name])));
      const told = [...Object.values(values), ...Object.keys(ignored)].sort();
      expect(told).toEqual([...fields].sort());
      for (const [property, value] of Object.entries(values)) {
        const { label = '' } = definitions?.get(property) ?? {};
        expect([property, plain(label)]).toContain(plain(value as string));
      }
    }),
  );
});

it.each([
  [{ Email: 'x' }, ['Email']],
  [{ '\ufeffe-mail': 'x', name: 'y' }, ['\ufeffe-mail']],
  [{ email: 'x' }, []],
  [{ Email: 'x', 'E-Mail': 'y' }, ['Email', 'E-Mail']],
  [{ name: 'x' }, []],
])('of %j the fields %j look like the key', (fields, alike) => {
  expect(fieldsLike('email', fields, definitions)).toEqual(alike);
  expect(fieldsLike('email', { Email: 'x' }, undefined)).toEqual(['Email']);
});
