import { located, objectTypeReader, toText } from '../../nodes/HubspotBatchUpsert/input/located';

it.each<[unknown, string]>([
  ['deals', 'deals'],
  [' deals\u200b', 'deals'],
  [7, '7'],
  [0, '0'],
  [true, ''],
  [null, ''],
  [undefined, ''],
  [['deals'], ''],
])('%j is the text %j', (value, text) => {
  expect(toText(value)).toBe(text);
  expect(located(value)).toBe(text);
  expect(located({ __rl: true, mode: 'list', value })).toBe(text);
});

it.each([{}, { mode: 'list' }, []])(
  'a resource locator without a value (%j) names nothing',
  (it) => {
    expect(located(it)).toBe('');
  },
);

it.each([2 ** 53, NaN])('the number %p is none that JSON can hold exactly', (value) => {
  expect(() => toText(value)).toThrow();
  expect(() => located({ value })).toThrow();
});

it('an object type goes by the name under which it was met first', () => {
  const read = objectTypeReader();
  const given = ['0-1', 'contacts', ' Contact', '2-7', 'deals', '', '0-3', 'contacts'];
  expect(given.map(read)).toEqual(['0-1', '0-1', '0-1', '2-7', 'deals', '', 'deals', '0-1']);
  expect(objectTypeReader()({ value: 'contacts' })).toBe('contacts');
});
