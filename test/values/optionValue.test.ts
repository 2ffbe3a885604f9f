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
  options: values.map((value) => ({ value, label: value })),
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
  ['one to add that ends with a blank', ';red ', property('checkbox', ['red', 'red ']), ';red '],
  ['several on lines of an old Mac', 'red\rblue', checkbox, 'red;blue'],
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

const labelled = (fieldType: string, labels: Record<string, string>): PropertyDefinition => ({
  name: 'x',
  type: 'enumeration',
  fieldType,
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
});
const lead = { new: 'Neu', in_work: 'In Arbeit', old: 'new' };
const status = labelled('select', lead);
const channels = labelled('checkbox', {
  fair: 'Trade fair',
  phone: 'Phone, fax',
  web: 'Web | shop',
  a: 'One',
  b: 'Two',
});

it.each<[string, string | string[], PropertyDefinition, string]>([
  ['a label', 'In Arbeit', status, 'in_work'],
  ['a label in another case', 'IN ARBEIT', status, 'in_work'],
  ['a label with what nobody sees around it', '\u00a0In Arbeit\u200b', status, 'in_work'],
  ['a value in another case', 'In_Work', status, 'in_work'],
  ['a label in another form of Unicode', 'Cafe\u0301', labelled('select', { c: 'Caf\u00e9' }), 'c'],
  ['a value before the label of another option', 'new', status, 'new'],
  ['a label before the value of another option in that case', 'B', labelled('select', { a: 'B', b: 'X' }), 'a'], // prettier-ignore
  ['a label that holds a comma', 'Phone, fax', channels, 'phone'],
  ['one that holds a bar', 'web | SHOP', channels, 'web'],
  ['labels and values joined with ;', 'Trade fair;b; Phone, fax', channels, 'fair;b;phone'],
  ['with ,', 'Trade fair, two', channels, 'fair;b'],
  ['with |', 'fair|One', channels, 'fair;a'],
  ['with line ends', 'One\r\nPhone, fax\nTWO\n', channels, 'a;phone;b'],
  ['a list of labels', ['Trade fair', 'b', ''], channels, 'fair;b'],
  ['the same one twice', 'One,a', channels, 'a'],
  ['some to add', '; Trade fair, two', channels, ';fair;b'],
  ['a listed one of more that HubSpot has', 'Neu', { ...status, externalOptions: true }, 'new'],
])('%s is read', (_, value, definition, expected) => {
  expect(toOptionText(value, definition)).toBe(expected);
});

it.each<[string, string | string[], PropertyDefinition, string]>([
  [
    'a label of two options',
    'Neu',
    labelled('select', { a: 'Neu', b: 'Neu', c: 'Alt' }),
    '"Neu" fits several options, a (Neu) and b (Neu): write the internal value of the one that you mean',
  ],
  [
    'a case that neither of two has',
    'NEU',
    labelled('select', { a: 'Neu', b: 'neu' }),
    '"NEU" fits several options, a (Neu) and b (neu): write the internal value of the one that you mean',
  ],
  [
    'a stage of two pipelines',
    'Won',
    {
      ...select,
      options: [
        { value: '1', label: 'Won', pipeline: 'Sales' },
        { value: '2', label: 'Won', pipeline: 'Partners' },
      ],
    },
    '"Won" fits several options, 1 (Won in Sales) and 2 (Won in Partners): give the pipeline too, or write the internal value of the one that you mean',
  ],
  [
    'a text of two lists',
    'a|b,c',
    property('checkbox', ['a', 'b,c', 'a|b', 'c']),
    '"a|b,c" can be read as "a|b;c" and as "a;b,c": put ; between the options',
  ],
  [
    'a list with a name that has the separator itself',
    'a, b, c',
    property('checkbox', ['a', 'b', 'c', 'a, b']),
    '"a, b, c" can be read as "a;b;c" and as "a, b;c": put ; between the options',
  ],
  [
    'a list with one that is none',
    'One, Three',
    channels,
    '"One, Three" is not one of the options: fair (Trade fair), phone (Phone, fax), web (Web | shop), a (One), b (Two)',
  ],
  [
    'several where one fits',
    'Neu, new',
    status,
    '"Neu, new" is not one of the options: new (Neu), in_work (In Arbeit), old (new)',
  ],
])('%s is refused', (_, value, definition, reason) => {
  expect(toOptionText(value, definition)).toStrictEqual(new Invalid(reason));
});

it('of many options those are told that are most like the text', () => {
  const { reason } = toOptionText('o77x', many(300)) as Invalid;
  expect(reason).toMatch(/options: o77, .* and 290 more$/);
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
