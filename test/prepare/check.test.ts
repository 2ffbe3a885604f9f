import type { RawItem } from '../../nodes/HubspotBatchUpsert/input/items';
import {
  toPropertyDefinitions,
  type PropertyDefinitions,
} from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { isFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { InputNotes } from '../../nodes/HubspotBatchUpsert/model/inputNotes';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { FieldMatcher } from '../../nodes/HubspotBatchUpsert/prepare/matchFields';
import { identify } from '../../nodes/HubspotBatchUpsert/prepare/identify';
import { DecimalMarks } from '../../nodes/HubspotBatchUpsert/prepare/decimalMarks';
import { check, type CheckRules } from '../../nodes/HubspotBatchUpsert/prepare/check';
import { valueRules } from '../support/valueRules';

const rules: CheckRules = {
  ...valueRules,
  operation: 'upsert',
  decimalMarks: new DecimalMarks('automatic'),
  fieldNames: 'namesAndLabels',
  invalidValues: 'reject',
  unknownFields: 'ignore',
  mapsAutomatically: true,
};
const definitions = toPropertyDefinitions([
  { name: 'sku', type: 'string', hasUniqueValue: true },
  { name: 'price', type: 'number' },
  { name: 'createdate', type: 'datetime', modificationMetadata: { readOnlyValue: true } },
]);
const item = (values: RawItem['values'], more: Partial<RawItem> = {}): RawItem => ({
  index: 0,
  objectType: 'line_items',
  idProperty: 'sku',
  id: '',
  values,
  traceId: '',
  ...more,
});

/**
 * As in a run: first which properties the fields fill, then whose record the item stands for, then
 * what is written to it.
 */
function checked(given: RawItem, known: PropertyDefinitions, checkRules: CheckRules) {
  const target = new Target(given.objectType, given.idProperty, known);
  const notes = new InputNotes();
  const matched = checkRules.mapsAutomatically
    ? new FieldMatcher(target, checkRules, notes).match(given.values)
    : undefined;
  const raw = { ...given, values: matched?.values ?? given.values };
  const id = identify(raw, target, rules);
  const outcome = typeof id === 'string' ? check(raw, id, target, checkRules, matched) : id;
  return isFailure(outcome) ? { failure: outcome } : outcome;
}

describe('the id of a record', () => {
  it.each<[string, RawItem, string]>([
    ['is what the parameter holds', item({}, { id: 'A-1' }), 'A-1'],
    ['is the value mapped to idProperty where the parameter is empty', item({ sku: 'A-1' }), 'A-1'],
    ['is the text of a number', item({ sku: 1.5 }), '1.5'],
    ['is trimmed', item({ sku: ' A-1 \n' }), 'A-1'],
    ['zero is a value', item({ sku: 0 }), '0'],
    [
      'is lower-cased where it is an e-mail address of a contact',
      item({ email: ' Ada@Example.COM ' }, { objectType: 'contacts', idProperty: 'email' }),
      'ada@example.com',
    ],
    ['keeps its case elsewhere', item({ sku: 'Ada' }), 'Ada'],
  ])('%s', (_, raw, id) => {
    expect(checked(raw, definitions, rules)).toMatchObject({ id });
  });

  it.each([[''], ['  '], [null], [undefined]])('%p is missing', (sku) => {
    expect(checked(item({ sku }), definitions, rules)).toMatchObject({
      failure: { category: 'MISSING_ID', property: 'sku', attempted: false, stage: 'validate' },
    });
  });

  it('is not taken from what every object inherits', () => {
    const raw = item({}, { idProperty: 'constructor' });
    expect(checked(raw, definitions, rules)).toMatchObject({ failure: { category: 'MISSING_ID' } });
  });

  it('cannot be an object', () => {
    expect(checked(item({ sku: { a: 1 } }), definitions, rules)).toMatchObject({
      failure: { category: 'INVALID_VALUE', property: 'sku' },
    });
  });

  it('is not sent as a property too', () => {
    const outcome = checked(item({ sku: 'A-1', price: 1 }), definitions, rules);
    expect(outcome).toMatchObject({ properties: { price: '1' } });
    expect(outcome).not.toHaveProperty('properties.sku');
  });

  it('can be changed by the write that it identifies', () => {
    const raw = item({ sku: 'new' }, { id: 'old' });
    expect(checked(raw, definitions, rules)).toMatchObject({
      id: 'old',
      properties: { sku: 'new' },
    });
  });

  it.each([' A-1 ', ''])('is not changed by %j mapped beside it', (sku) => {
    const raw = item({ sku, name: 'A-1' }, { id: 'A-1' });
    const input = { properties: { name: 'A-1' } };
    const outcome = checked(raw, undefined, { ...rules, emptyValues: 'clear' });
    expect(outcome).toMatchObject(input);
    expect(outcome).not.toHaveProperty('properties.sku');
  });

  it('is not changed by another form of the same number', () => {
    const numbers = toPropertyDefinitions([{ name: 'sku', type: 'number', hasUniqueValue: true }]);
    const outcome = checked(item({ sku: '7.0' }, { id: '007' }), numbers, rules);
    expect(outcome).toMatchObject({ id: '7', properties: {} });
  });

  it('may be mapped to a property that only HubSpot writes', () => {
    const raw = item({ hs_object_id: '12', price: 1 }, { idProperty: 'hs_object_id' });
    const byHand = { ...rules, mapsAutomatically: false };
    expect(checked(raw, definitions, byHand)).toMatchObject({
      id: '12',
      properties: { price: '1' },
    });
  });
});

describe('names that would reach the address of a request', () => {
  it.each(['', '../contacts', 'a?b', 'a#b', 'a/b', 'a\r\nb', 'a b', '%2e%2e'])(
    'object type %j is refused',
    (objectType) => {
      expect(checked(item({ sku: 'A' }, { objectType }), definitions, rules)).toMatchObject({
        failure: { category: 'INVALID_VALUE', property: 'objectType' },
      });
    },
  );

  it.each(['', 'a b', 'a\u0000b'])('idProperty %j is refused', (idProperty) => {
    expect(checked(item({}, { idProperty, id: 'A' }), definitions, rules)).toMatchObject({
      failure: { category: 'INVALID_VALUE', property: 'idProperty' },
    });
  });
});

describe('fields of an item that are no writable property', () => {
  const raw = item({ sku: 'A', price: 1, colour: 'red', createdate: '2024-03-05' });

  it('are left out by default', () => {
    const outcome = checked(raw, definitions, rules);
    expect(outcome).toHaveProperty('properties');
    expect(Object.keys((outcome as { properties: object }).properties)).toEqual(['price']);
  });

  it('are refused all at once where unknown fields are to be rejected', () => {
    expect(checked(raw, definitions, { ...rules, unknownFields: 'reject' })).toMatchObject({
      failure: {
        category: 'UNKNOWN_PROPERTY',
        property: 'colour',
        value: 'red',
        message:
          'colour: HubSpot has no property "colour" for this object type. createdate: HubSpot does not let the property "createdate" be written',
        errors: [
          { context: { propertyName: ['colour'] } },
          { context: { propertyName: ['createdate'] } },
        ],
      },
    });
  });

  it('are sent where unknown fields are to be sent', () => {
    expect(checked(raw, definitions, { ...rules, unknownFields: 'send' })).toMatchObject({
      properties: { price: '1', colour: 'red', createdate: '2024-03-05T00:00:00.000Z' },
    });
  });

  it('are refused where they were mapped by hand', () => {
    expect(checked(raw, definitions, { ...rules, mapsAutomatically: false })).toMatchObject({
      failure: { category: 'UNKNOWN_PROPERTY' },
    });
  });

  it('are not there where they are undefined, unless they were mapped by hand', () => {
    const absent = item({ sku: 'A', price: 1, colour: undefined });
    const reject: CheckRules = { ...rules, unknownFields: 'reject' };
    expect(checked(absent, definitions, reject)).toMatchObject({ properties: { price: '1' } });
    expect(checked(absent, definitions, { ...reject, mapsAutomatically: false })).toMatchObject({
      failure: { category: 'UNKNOWN_PROPERTY', property: 'colour' },
    });
  });

  it('are all sent where the definitions could not be read', () => {
    expect(checked(raw, undefined, rules)).toMatchObject({
      properties: { price: '1', colour: 'red', createdate: '2024-03-05' },
    });
  });
});

it('every value that cannot be stored is named, not only the first', () => {
  const raw = item({ sku: 'A', price: 'abc', createdate: 'never' });
  expect(checked(raw, definitions, { ...rules, unknownFields: 'reject' })).toMatchObject({
    failure: {
      category: 'INVALID_VALUE',
      property: 'price',
      value: 'abc',
      message: expect.stringMatching(/price: "abc" is not a number: .*createdate/) as string,
    },
  });
});

it('a value is named by its field, too, where that is named otherwise', () => {
  expect(checked(item({ sku: 'A', ' PRICE': 'abc' }), definitions, rules)).toMatchObject({
    failure: {
      property: 'price',
      value: 'abc',
      message:
        '" PRICE" (price): "abc" is not a number: write digits with one decimal mark, such as 1234.5',
    },
  });
});

describe('where invalid values are to be left out', () => {
  const leaveOut: CheckRules = { ...rules, invalidValues: 'leaveOut' };

  it('the record is made without them, and tells which and why', () => {
    const shared = new Date(NaN);
    const raw = item({ sku: 'A', price: 'abc', when: shared, name: 'x' });
    const more = toPropertyDefinitions([
      ...(definitions?.values() ?? []),
      { name: 'when', type: 'date' },
      { name: 'name', type: 'string' },
    ]);
    expect(checked(raw, more, leaveOut)).toMatchObject({
      properties: { name: 'x' },
      leftOut: [
        {
          property: 'price',
          value: 'abc',
          reason: '"abc" is not a number: write digits with one decimal mark, such as 1234.5',
        },
        { property: 'when', value: shared, reason: 'The date is not on the calendar' },
      ],
    });
  });

  it('a record of which nothing is left out tells of nothing', () => {
    expect(checked(item({ sku: 'A', price: 1 }), definitions, leaveOut)).not.toHaveProperty(
      'leftOut',
    );
  });

  it('never the key, nor another value for it', () => {
    expect(checked(item({ sku: {} }), definitions, leaveOut)).toHaveProperty('failure');
    const renamed = item({ sku: {} }, { id: 'A' });
    expect(checked(renamed, definitions, leaveOut)).toMatchObject({ failure: { property: 'sku' } });
  });

  it('nor a field that is no property', () => {
    const raw = item({ sku: 'A', colour: 'red' });
    expect(checked(raw, definitions, { ...leaveOut, unknownFields: 'reject' })).toMatchObject({
      failure: { category: 'UNKNOWN_PROPERTY' },
    });
  });
});

it('an empty value left out hides no defect behind it, and is none itself', () => {
  const empty = item({ sku: 'A', createdate: '', price: '' });
  expect(checked(empty, undefined, rules)).toHaveProperty('properties', {});
  const followed = item({ sku: 'A', createdate: '', price: 'abc' });
  expect(checked(followed, definitions, rules)).toMatchObject({ failure: { property: 'price' } });
});

it('fields named like parts of every object stay data', () => {
  const values = JSON.parse('{"sku":"A","__proto__":"x","constructor":"y"}') as RawItem['values'];
  const outcome = checked(item(values), undefined, rules);
  const { properties } = outcome as { properties: object };
  expect(JSON.parse(JSON.stringify(properties))).toEqual(
    JSON.parse('{"__proto__":"x","constructor":"y"}'),
  );
});
