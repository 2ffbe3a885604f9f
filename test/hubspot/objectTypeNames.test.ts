import { objectTypeInPaths } from '../../nodes/HubspotBatchUpsert/hubspot/objectTypeNames';
import { STANDARD_OBJECT_TYPES } from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';

it.each(['contacts', 'Contacts', 'contact', 'CONTACT', '0-1'])('%s are contacts', (name) => {
  expect(objectTypeInPaths(name)).toBe('contacts');
});

it('every object type of HubSpot has one name, by its ID too', () => {
  for (const { objectTypeId, inPaths } of STANDARD_OBJECT_TYPES) {
    expect(objectTypeInPaths(objectTypeId)).toBe(inPaths);
    expect(objectTypeInPaths(inPaths)).toBe(inPaths);
  }
});

it.each(['2-345', 'p123_Cars', 'Machine', 'services', 'project', 'constructor', ''])(
  '%j may be a custom object, or nothing, and stays as it is',
  (name) => {
    expect(objectTypeInPaths(name)).toBe(name);
  },
);
