import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import {
  afterOneAnother,
  isMultiSelect,
  toOptionText,
} from '../../nodes/HubspotBatchUpsert/values/optionValue';

const property = (fieldType: string, values: string[], more = {}): PropertyDefinition => ({
  name: 'x',
  type: 'enumeration',
  fieldType,
  options: values.map((value) => ({ value, label: `${value.toUpperCase()}!` })),
  ...more,
});
const select = property('select', ['red', 'blue']);
const checkbox = property('checkbox', ['red', 'blue', 'red;blue;both']);
const anywhere: PropertyDefinition = { name: 'x', type: 'enumeration', fieldType: 'checkbox' };
const many = (count: number) =>
  property(
    'select',
    Array.from({ length: count }, (_, index) => `o${index + 1}`),
  );

it.each<[string, string | string[], PropertyDefinition, string]>([
  ['one', 'red', select, 'red'],
  ['one without outer spaces', ' red ', select, 'red'],
  ['one without what nobody sees around it', '\ufeffred\u200b', select, 'red'],
  [
    'one that has it in its own value',
    '\u200bred',
    property('select', ['\u200bred', 'blue']),
    '\u200bred',
  ],
  [
    'one among several that has it',
    'blue; red',
    property('checkbox', [' red', 'blue']),
    'blue; red',
  ],
  ['several', 'red;blue', checkbox, 'red;blue'],
  ['several without it between', 'red\u200b;\u00a0blue', checkbox, 'red;blue'],
  ['several without spaces between', ' red ; blue ', checkbox, 'red;blue'],
  ['several without empty ones', 'red;;blue;', checkbox, 'red;blue'],
  ['a list', [' red', 'blue ', ''], checkbox, 'red;blue'],
  ['one that holds the separator', ' red;blue;both ', checkbox, 'red;blue;both'],
  ['some to add', ' ; red', checkbox, ';red'],
  ['any where none are known', 'a ; b', anywhere, 'a;b'],
  ['any where the list is empty', 'a', property('select', []), 'a'],
  ['any that HubSpot keeps elsewhere', '7', property('select', ['1'], { externalOptions: true }), '7'], // prettier-ignore
])('options may be %s', (_, value, definition, expected) => {
  expect(toOptionText(value, definition)).toBe(expected);
});

it('nothing to add is nothing to send', () => {
  expect(toOptionText(';', checkbox)).toBeUndefined();
});

it.each<[string, string | string[], PropertyDefinition, string]>([
  [
    'a list where one fits',
    ['red', 'blue'],
    select,
    '"red;blue" are several values, and this property takes one',
  ],
  [
    'several in a text where one fits',
    'red;blue',
    select,
    '"red;blue" is not one of the options: red, blue',
  ],
  [
    'an unknown one among known ones',
    'red;pink',
    checkbox,
    '"pink" is not one of the options: red, blue, red;blue;both',
  ],
  ['a label', 'BLUE!', select, `"BLUE!" is not an option's internal value: write "blue"`],
  ['another case', 'Blue', select, `"Blue" is not an option's internal value: write "blue"`],
  [
    'one that holds what nobody sees',
    're\u200bd',
    property('select', ['red', '\u00a0']),
    '"re\\u200bd" is not one of the options: red, \\u00a0',
  ],
  [
    'one beside ten',
    'x',
    many(10),
    '"x" is not one of the options: o1, o2, o3, o4, o5, o6, o7, o8, o9, o10',
  ],
  [
    'one beside more',
    'x',
    many(12),
    '"x" is not one of the options: o1, o2, o3, o4, o5, o6, o7, o8, o9, o10 and 2 more',
  ],
])('%s is refused with what to write instead', (_, value, definition, reason) => {
  expect(toOptionText(value, definition)).toStrictEqual(new Invalid(reason));
});

it.each([
  ['enumeration', 'checkbox', true],
  ['enumeration', 'select', false],
  ['enumeration', 'booleancheckbox', false],
  ['string', 'checkbox', false],
])('a property of type %s, edited as a %s, takes several options: %p', (type, fieldType, does) => {
  expect(isMultiSelect({ name: 'x', type, fieldType })).toBe(does);
});

it.each([
  [undefined, ';a', ';a'],
  ['a', 'b', 'b'],
  ['a', ';b', 'a;b'],
  [';a', ';b', ';a;b'],
  ['a;b', ';b;c', 'a;b;c'],
])('%p and then %j leave behind what %j does', (earlier, later, both) => {
  expect(afterOneAnother(earlier, later)).toBe(both);
});
