import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { toTextValue } from '../../nodes/HubspotBatchUpsert/values/textValue';

const text = (name: string, more: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  name,
  type: 'string',
  ...more,
});
const around = (inner: string) => `\ufeff ${inner}\u200b\n`;

it.each<[string, PropertyDefinition | undefined]>([
  ['a text', text('description')],
  ['a property without a type', { name: 'description' }],
  ['one of an unknown type', text('description', { type: 'json' })],
  ['a property without a definition', undefined],
])('%s keeps what stands around it', (_, definition) => {
  const value = around('a@b.org');
  expect(toTextValue(value, definition)).toBe(value);
});

it.each<[string, PropertyDefinition]>([
  ['an e-mail address', text('email')],
  ['another one', text('work_email')],
  ['a phone number', text('mobile', { fieldType: 'phonenumber' })],
  ['one of the type for them', text('mobile', { type: 'phone_number' })],
])('%s is without what nobody sees around it', (_, definition) => {
  expect(toTextValue(around('+49 1\u20602'), definition)).toBe('+49 1\u20602');
});

it('the case of an e-mail address is left to HubSpot', () => {
  expect(toTextValue(' Ada@Example.COM', text('email'))).toBe('Ada@Example.COM');
});

it.each<[string | number | bigint | boolean | Date, string]>([
  [12.5, '12.5'],
  [-0, '0'],
  [false, 'false'],
  [9007199254740993n, '9007199254740993'],
  [new Date('2024-03-05T14:00:00Z'), '2024-03-05T14:00:00.000Z'],
  [1e21, '1000000000000000000000'],
  [1e-7, '0.0000001'],
])('%p is the text %j', (value, expected) => {
  expect(toTextValue(value, text('x'))).toBe(expected);
});

it('a number that may have lost digits is none', () => {
  expect(toTextValue(2 ** 53, text('x'))).toBeInstanceOf(Invalid);
});
