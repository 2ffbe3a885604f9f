import fc from 'fast-check';
import { parsePropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';

/** How the node reads one definition of an answer. */
function parsed(definition: unknown): PropertyDefinition | undefined {
  const [first, ...more] = parsePropertyDefinitions({ results: [definition] });
  expect(more).toEqual([]);
  return first;
}

const EMPTY: PropertyDefinition = {
  name: 'colour',
  label: undefined,
  type: undefined,
  fieldType: undefined,
  options: [],
  externalOptions: false,
  hasUniqueValue: false,
  hidden: false,
  archived: false,
  modificationMetadata: { readOnlyValue: false },
};

it('a whole definition is taken as HubSpot sends it', () => {
  const whole = {
    name: 'colour',
    label: 'Colour',
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'Red', value: 'red', hidden: true }],
    externalOptions: true,
    hasUniqueValue: true,
    hidden: true,
    archived: true,
    modificationMetadata: { readOnlyValue: true },
  };
  expect(parsed({ ...whole, calculated: true })).toEqual(whole);
});

it('a definition may be a name and nothing else', () => {
  expect(parsed({ name: 'colour' })).toEqual(EMPTY);
});

describe('a field of another type than HubSpot documents says nothing:', () => {
  it.each<[keyof PropertyDefinition, unknown[]]>([
    ['label', [null, {}, ['x']]],
    ['type', [null, 5, {}, ['number']]],
    ['fieldType', [null, 5, {}]],
    ['options', [null, {}, 'red', 5, [null], [[]], ['red'], [{}], [{ value: null }]]],
    ['externalOptions', [null, 'true', 1, {}]],
    ['hasUniqueValue', [null, 'true', 1]],
    ['hidden', [null, 'true', 1]],
    ['archived', [null, 'false', 1]],
    ['modificationMetadata', [null, [], 'x', {}, { readOnlyValue: null }, { readOnlyValue: 1 }]],
  ])('%s', (field, values) => {
    for (const value of values) expect(parsed({ name: 'colour', [field]: value })).toEqual(EMPTY);
  });
});

it.each<[unknown, PropertyDefinition['options']]>([
  [{ value: 1, label: 2 }, [{ value: '1', label: '2', hidden: false }]],
  [{ value: true, label: false }, [{ value: 'true', label: 'false', hidden: false }]],
  [{ value: 'red', label: null }, [{ value: 'red', label: undefined, hidden: false }]],
  [{ value: 'red', hidden: 'yes' }, [{ value: 'red', label: undefined, hidden: false }]],
  [{ value: { a: 1 }, label: 'Red' }, []],
])('the option %j is read as %j', (option, options) => {
  expect(parsed({ name: 'colour', options: [option] })?.options).toEqual(options);
});

it('what is no option hides none of the others', () => {
  const options = [null, { value: 'red' }, 'x', { value: 'blue' }];
  const values = parsed({ name: 'colour', options })?.options?.map(({ value }) => value);
  expect(values).toEqual(['red', 'blue']);
});

it('a label may be a number', () => {
  expect(parsed({ name: 'colour', label: 2024 })?.label).toBe('2024');
});

it.each([[null], ['colour'], [5], [[]], [{}], [{ name: null }], [{ name: 5 }], [{ name: '' }]])(
  '%j is no definition',
  (definition) => {
    expect(parsed(definition)).toBeUndefined();
  },
);

it.each([[undefined], [null], ['x'], [{}], [{ results: null }], [{ results: {} }]])(
  'an answer that is %j has no definitions',
  (answer) => {
    expect(parsePropertyDefinitions(answer)).toEqual([]);
  },
);

it('whatever comes, each definition has the shape of one', () => {
  const definition = fc.record(
    {
      name: fc.oneof(fc.string(), fc.anything()),
      options: fc.oneof(fc.array(fc.dictionary(fc.constantFrom('value', 'label'), fc.anything()))),
      type: fc.anything(),
      label: fc.anything(),
      modificationMetadata: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(definition), (results) => {
      for (const { name, label, type, options, ...rest } of parsePropertyDefinitions({ results })) {
        expect(typeof name).toBe('string');
        expect(['string', 'undefined']).toContain(typeof label);
        expect(['string', 'undefined']).toContain(typeof type);
        expect(options?.every(({ value }) => typeof value === 'string')).toBe(true);
        expect(typeof rest.modificationMetadata?.readOnlyValue).toBe('boolean');
      }
    }),
  );
});
