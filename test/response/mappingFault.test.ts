import {
  blamesIdProperty,
  idPropertyFault,
  isNoSuchType,
  missingFromHubspot,
  objectTypeFault,
  propertyFault,
} from '../../nodes/HubspotBatchUpsert/response/mappingFault';
import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { aboutProperties } from '../support/refusals';
import { writeOf } from '../support/write';

const target = { objectType: 'line_items', idProperty: 'sku', usableIdProperties: [] };

const words = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe('the user is told what to choose instead', () => {
  const permanent = { scope: 'target', retryable: false, throws: true };

  it('of the object type', () => {
    expect(objectTypeFault({ ...target, objectType: 'line_item' })).toEqual({
      ...permanent,
      title: 'HubSpot has no object type "line_item"',
      advice: words(/from the list.*line_items.*custom object such as 2-3453932/),
    });
  });

  it('of the ID property, by name where the usable ones are known', () => {
    expect(idPropertyFault({ ...target, usableIdProperties: ['email', 'code'] })).toEqual({
      ...permanent,
      title:
        'HubSpot cannot find line_items by "sku", because the property is missing or its values are not unique',
      advice:
        'Set the ID property to one of: email, code. To have HubSpot search for the values of a property that is not unique, set the option Non-Unique ID to Search.',
    });
  });

  it('of the ID property, in general where they are not', () => {
    expect(idPropertyFault(target).advice).toMatch(
      /^Choose a property with unique values.*create one in HubSpot with "Require unique values/,
    );
  });

  it('of the properties', () => {
    expect(propertyFault(['tint', 'hue'], target)).toEqual({
      ...permanent,
      title: 'HubSpot has no property "tint", "hue" for line_items',
      advice: words(/Remove it.*Unknown Fields to Ignore.*create the property/),
      properties: ['tint', 'hue'],
    });
  });
});

it.each([
  ['Unable to infer object type from: line_item', true],
  ['Invalid object or event type id: 2-9999', true],
  ['x: Invalid object or event type id: 2-9999', false],
  ['x: Unable to infer object type from: line_item', false],
  [undefined, false],
])('%j says that there is no such object type: %p', (message, says) => {
  expect(isNoSuchType(parseError({ message }))).toBe(says);
});

it.each([
  ['a property that is not unique', { message: 'Unable to perform update/upsert by non-unique 0-2 property sku' }, true], // prettier-ignore
  ['an ID property that does not exist', aboutProperties('PROPERTY_DOESNT_EXIST', 'sku'), true],
  ['a value of the ID property', aboutProperties('INVALID_OPTION', 'sku'), false],
  ['another property that does not exist', aboutProperties('PROPERTY_DOESNT_EXIST', 'tint'), false],
  ['nothing at all', {}, false],
])('an error about %s blames the ID property: %p', (_, error, blames) => {
  expect(blamesIdProperty(parseError(error), target)).toBe(blames);
});

describe('a property is missing from HubSpot', () => {
  const writes = [writeOf('A', { tint: 'red', hue: '1' }), writeOf('B', { tint: 'blue', hue: '' })];

  it.each([
    ['where HubSpot says so and every record sets it', aboutProperties('PROPERTY_DOESNT_EXIST', 'tint'), ['tint']], // prettier-ignore
    ['also where a record clears it', aboutProperties('PROPERTY_DOESNT_EXIST', 'hue', 'tint'), ['hue', 'tint']], // prettier-ignore
    ['once', aboutProperties('PROPERTY_DOESNT_EXIST', 'tint', 'tint'), ['tint']],
    ['and not where HubSpot objects to its values', aboutProperties('INVALID_OPTION', 'tint'), []],
    ['and not where no record sets it', aboutProperties('PROPERTY_DOESNT_EXIST', 'name'), []],
  ])('%s', (_, error, missing) => {
    expect(missingFromHubspot(parseError(error), writes)).toEqual(missing);
  });

  it('and not where one record of several does not set it', () => {
    const error = parseError(aboutProperties('PROPERTY_DOESNT_EXIST', 'tint'));
    expect(missingFromHubspot(error, [...writes, writeOf('C')])).toEqual([]);
    expect(missingFromHubspot(error, [])).toEqual([]);
  });
});
