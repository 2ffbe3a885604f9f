import type { RawItem } from '../../nodes/HubspotBatchUpsert/input/items';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { identify } from '../../nodes/HubspotBatchUpsert/prepare/identify';
import { DecimalMarks } from '../../nodes/HubspotBatchUpsert/prepare/decimalMarks';
import { valueRules } from '../support/valueRules';

const rules = {
  operation: 'upsert' as const,
  ...valueRules,
  decimalMarks: new DecimalMarks('automatic'),
};

/** @param usable Properties that identify records, where the definitions are known. */
function identified(given: Partial<RawItem>, usable?: readonly string[], type?: string) {
  const item: RawItem = {
    index: 0,
    objectType: 'line_items',
    idProperty: 'sku',
    id: '',
    values: {},
    traceId: '',
    ...given,
  };
  const definitions = usable?.map((name) => ({ name, type, hasUniqueValue: true }));
  const known = definitions && toPropertyDefinitions(definitions);
  return identify(item, new Target(item.objectType, item.idProperty, known), rules);
}

it('an item stands for the record with the id that it holds', () => {
  expect(identified({ values: { sku: ' A ' } })).toBe('A');
});

it.each<[string, Partial<RawItem>, string]>([
  ['the parameter comes first', { id: 'B', values: { sku: 'A' } }, 'B'],
  ['a blank parameter does not', { id: ' ', values: { sku: 'A' } }, 'A'],
  ['nor does null', { id: null, values: { sku: 'A' } }, 'A'],
  ['nor does what nobody sees', { id: '\u200b', values: { sku: 'A' } }, 'A'],
  ['nor does an empty list', { id: [], values: { sku: 'A' } }, 'A'],
  ['zero does', { id: 0, values: { sku: 'A' } }, '0'],
])('as the id, %s', (_, given, id) => {
  expect(identified(given)).toBe(id);
});

describe('a name that cannot be one is refused with advice:', () => {
  it.each<[Partial<RawItem>, string, string]>([
    [
      { objectType: 'a/b' },
      'objectType',
      '"a/b" is not the name of an object type: choose one from the list, or enter a name such as line_items or 2-3453932',
    ],
    [
      { idProperty: '' },
      'idProperty',
      'No property is chosen to identify the records: choose one with unique values as ID property',
    ],
    [{ idProperty: 'a b' }, 'idProperty', '"a b" is not the internal name of a property'],
  ])('%j', (given, property, message) => {
    const value = Object.values(given)[0];
    expect(identified({ id: 'A', ...given })).toMatchObject({
      category: 'INVALID_VALUE',
      message,
      property,
      value,
    });
  });
});

describe('an item without an id is told', () => {
  const missing = 'The record has no value of "sku"';

  it.each([
    ['the definitions are not known', undefined],
    ['the property identifies records', ['code', 'sku']],
  ])('where to fill it in, if %s', (_, usable) => {
    expect(identified({}, usable)).toMatchObject({
      category: 'MISSING_ID',
      message: `${missing}, by which HubSpot would find it: fill that field of the item, or set the parameter ID Value`,
    });
  });

  const useless = `${missing}, and HubSpot does not find records by that property, because it is missing or its values are not unique`;

  it('which properties identify records, if this one does not', () => {
    expect(identified({}, ['code', 'ean'])).toMatchObject({
      message: `${useless}: set the ID property to one of code, ean`,
    });
  });

  it('no more than that, if no property does', () => {
    expect(identified({}, [])).toMatchObject({ message: useless });
  });

  it.each<[string, object, string]>([
    ['which field to rename', { SKU: 'A' }, '; the field "SKU" looks like it: rename it to "sku"'],
    ['which field is empty', { SKU: ' ' }, ', because the field "SKU" is empty: fill it'],
    [
      'of which fields to leave one',
      { SKU: 'A', Sku: 'A' },
      '; both fields "SKU" and "Sku" could be meant: keep only one of them',
    ],
    [
      'of which of several fields to leave one',
      { SKU: 'A', Sku: 'A', 'S.K.U.': 'A' },
      '; each of the fields "SKU", "Sku" and "S.K.U." could be meant: keep only one of them',
    ],
  ])('%s', (_, values, advice) => {
    const message = `${missing}${advice}, or set the parameter ID Value`;
    expect(identified({ values: values as RawItem['values'] })).toMatchObject({ message });
  });

  it('no field to rename where the property does not identify records', () => {
    expect(identified({ values: { SKU: 'A' } }, ['code'])).toMatchObject({
      message: `${useless}: set the ID property to one of code`,
    });
  });

  it.each([
    [{}, null],
    [{ sku: '  ' }, '  '],
    [{ sku: '\u200b' }, '\u200b'],
  ])('and %j is shown as %j', (values, value) => {
    expect(identified({ values })).toMatchObject({ property: 'sku', value });
  });
});

it('an id that is no plain value is refused, and shown', () => {
  expect(identified({ id: { a: 1 } })).toMatchObject({
    category: 'INVALID_VALUE',
    message: expect.stringContaining('has parts of its own') as string,
    property: 'sku',
    value: { a: 1 },
  });
});

describe('where the property is known,', () => {
  it('its id is as HubSpot keeps it', () => {
    expect(identified({ values: { sku: '007' } }, ['sku'], 'number')).toBe('7');
  });

  it('an id that HubSpot would not keep is refused, and shown', () => {
    expect(identified({ id: 'x1' }, ['sku'], 'number')).toMatchObject({
      category: 'INVALID_VALUE',
      message: '"x1" is not a number: write digits with one decimal mark, such as 1234.5',
      property: 'sku',
      value: 'x1',
    });
  });
});
