import {
  findStandardObjectType,
  STANDARD_OBJECT_TYPES,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';

it.each([
  ['contacts', 'contacts'],
  ['Line_Items', 'line_items'],
  ['0-1', 'contacts'],
])('%s is a standard object type', (nameOrId, name) => {
  expect(findStandardObjectType(nameOrId)?.name).toBe(name);
});

it.each(['2-345', 'p123_cars', 'contact', ''])('%j is none', (nameOrId) => {
  expect(findStandardObjectType(nameOrId)).toBeUndefined();
});

it('no two have a name or an id in common', () => {
  const names = STANDARD_OBJECT_TYPES.flatMap(({ name, objectTypeId }) => [name, objectTypeId]);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  ['deals', ['dealname', 'dealstage']],
  ['contacts', []],
])('a new record of %s has to have %j', (name, required) => {
  expect(findStandardObjectType(name)?.required).toEqual(required);
});
