import { quotedValue, duplicateValue } from '../../nodes/HubspotBatchUpsert/hubspot/quotedValue';

const COORDINATES = 'Cannot set PropertyValueCoordinates{portalId=1, ';
const END = '} on 12. 34 already has that value.';

describe('a value that another record has is read with its property and its owner', () => {
  it.each([
    ['a plain one', 'A-1'],
    ['one with HubSpot’s own words in it', '1} on 12. 34 already has that value., value=2'],
    ['one on two lines', 'A\n1'],
    ['one of nothing', ''],
    ['a very long one', '} on '.repeat(13_000)],
  ])('%s', (_, value) => {
    expect(duplicateValue(`${COORDINATES}propertyName=sku, value=${value}${END}`)).toEqual({
      property: 'sku',
      value,
      owner: '34',
    });
  });

  it.each([
    ['without a full stop', END.slice(0, -1)],
    ['with blanks behind it', `${END} \n`],
  ])('%s too', (_, end) => {
    expect(duplicateValue(`${COORDINATES}propertyName=sku, value=A-1${end}`)?.value).toBe('A-1');
  });

  it.each([
    ['that names no property', `${COORDINATES}objectTypeId=0-8, value=A-1${END}`],
    ['that names no value', `${COORDINATES}propertyName=sku${END}`],
    ['whose end is cut off', `${COORDINATES}propertyName=sku, value=A-1`],
    ['that goes on behind its end', `${COORDINATES}propertyName=sku, value=A-1${END} So.`],
    ['that names no owner', `${COORDINATES}propertyName=sku, value=A-1} on 12.`],
    ['with something in front', `Oh: ${COORDINATES}propertyName=sku, value=A-1${END}`],
  ])('but not from a sentence %s', (_, message) => {
    expect(duplicateValue(message)).toBeUndefined();
  });
});

describe('a value that was not valid is read', () => {
  it.each([
    ['abc was not a valid number', 'abc'],
    ['NAM Only was not one of the allowed options: [A, B]', 'NAM Only'],
    ['a "b" c was not a valid number', 'a "b" c'],
    [' was not a valid date', ''],
  ])('%j', (message, value) => {
    expect(quotedValue(message)).toBe(value);
  });

  it.each([
    ['"abc was not a valid number', 'whose the quotation mark is'],
    ['abc" was not a valid number', 'whose the quotation mark is'],
    ['x was not a valid y was not a valid number', 'where the value ends'],
    ['x was not a validated number', 'whether it is HubSpot’s sentence'],
    ['The record is locked', 'what value it would be'],
  ])('but not %j: nobody can say %s', (message) => {
    expect(quotedValue(message)).toBeUndefined();
  });
});
