import {
  contextTexts,
  isRecord,
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
