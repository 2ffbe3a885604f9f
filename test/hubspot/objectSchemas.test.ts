import {
  findSchema,
  parseObjectSchemas,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectSchemas';
import type { ObjectSchema } from '../../nodes/HubspotBatchUpsert/hubspot/types';

const EMPTY: ObjectSchema = {
  name: 'machine',
  objectTypeId: '2-3',
  fullyQualifiedName: undefined,
  labels: { singular: undefined, plural: undefined },
  archived: false,
  requiredProperties: [],
};

function parsed(schema: unknown): ObjectSchema | undefined {
  return parseObjectSchemas({ results: [schema] })[0];
}

it('a whole schema is taken as HubSpot sends it', () => {
  const whole = {
    name: 'machine',
    objectTypeId: '2-3',
    fullyQualifiedName: 'p1_machine',
    labels: { singular: 'Machine', plural: 'Machines' },
    archived: true,
    requiredProperties: ['serial'],
  };
  expect(parsed({ ...whole, id: '3' })).toEqual(whole);
});

describe('a field of another type than HubSpot documents says nothing:', () => {
  it.each<[keyof ObjectSchema, unknown[]]>([
    ['fullyQualifiedName', [null, {}]],
    ['labels', [null, 'Machines', [], { singular: null, plural: {} }]],
    ['archived', [null, 'false', 0]],
    ['requiredProperties', [null, 'serial', {}, [null, 5, {}]]],
  ])('%s', (field, values) => {
    for (const value of values) {
      expect(parsed({ name: 'machine', objectTypeId: '2-3', [field]: value })).toEqual(EMPTY);
    }
  });
});

it.each([[null], ['x'], [{}], [{ name: 'machine' }], [{ name: 5, objectTypeId: '2-3' }]])(
  '%j is no schema',
  (schema) => {
    expect(parsed(schema)).toBeUndefined();
  },
);

it.each(['machine', 'MACHINE', '2-3', 'p1_machine', 'P1_Machine'])(
  'a schema is found by %s',
  (objectType) => {
    const schema = { ...EMPTY, fullyQualifiedName: 'p1_machine' };
    expect(findSchema([{ ...EMPTY, name: 'other', objectTypeId: '2-4' }, schema], objectType)).toBe(
      schema,
    );
  },
);

it('none is found by another name', () => {
  expect(findSchema([EMPTY], 'machines')).toBeUndefined();
});
