import {
  contextTexts,
  entriesInText,
  errorsOf,
  isRecord,
  listedIn,
  listOf,
  textOf,
} from '../../nodes/HubspotBatchUpsert/hubspot/untrustedJson';

it('texts of a context are read from a list or alone, and never from what objects inherit', () => {
  expect(contextTexts({ ids: ['a', 5, null, {}] }, 'ids')).toEqual(['a', '5']);
  expect(contextTexts({ ids: 'a' }, 'ids')).toEqual(['a']);
  expect(contextTexts({}, 'constructor')).toEqual([]);
  expect(contextTexts(undefined, 'ids')).toEqual([]);
});

it.each<[unknown, string | undefined, unknown[], boolean]>([
  ['a', 'a', [], false],
  [['a'], undefined, ['a'], false],
  [{ a: 1 }, undefined, [], true],
  [5, undefined, [], false],
  [null, undefined, [], false],
  [undefined, undefined, [], false],
])('%j is the text %j, the list %j, a record: %p', (value, text, list, record) => {
  expect(textOf(value)).toBe(text);
  expect(listOf(value)).toEqual(list);
  expect(isRecord(value)).toBe(record);
});

it.each<[unknown, unknown[]]>([
  [undefined, []],
  [null, []],
  ['none', []],
  [7, []],
  [{}, []],
  [[], []],
  [{ message: 'a' }, [{ message: 'a' }]],
  [
    ['a', ' ', { code: 'b' }, {}, 7, null, ['c']],
    [{ message: 'a' }, { code: 'b' }, {}],
  ],
])('%j stands for the errors %j', (value, errors) => {
  expect(errorsOf(value)).toEqual(errors);
});

it.each<[string, string[]]>([
  ['a', ['a']],
  ['[a]', ['a']],
  [' [a, b ,c] ', ['a', 'b', 'c']],
  ['["a","b c"]', ['a', 'b c']],
  ['[]', ['']],
  ['[a', ['[a']],
  ['a, b', ['a, b']],
])('the text %j stands for %j', (text, entries) => {
  expect(entriesInText(text)).toEqual(entries);
});

it('a text that is known as it stands is no list', () => {
  const known = new Map([
    ['a', 1],
    ['b', 2],
    ['[b, a]', 3],
  ]);
  const find = (text: string) => known.get(text);
  expect(listedIn(['b', 'x', '[a, b, x]'], find)).toEqual([2, 1, 2]);
  expect(listedIn(['[b, a]'], find)).toEqual([3]);
});
