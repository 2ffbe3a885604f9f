import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { isBlank, toPlainValue } from '../../nodes/HubspotBatchUpsert/values/plainValue';

it.each<[unknown, unknown]>([
  ['a', 'a'],
  ['', ''],
  [0, 0],
  [null, null],
  [undefined, undefined],
  [[], []],
  [
    ['a', null, 1],
    ['a', null, 1],
  ],
  [['a', undefined], ['a']],
  [[undefined, undefined], undefined],
  [new Array(1), undefined],
  [[new String('a')], ['a']],
])('%p is %p without objects and what is absent', (value, expected) => {
  expect(toPlainValue(value)).toEqual(expected);
});

it.each<[unknown]>([[{ a: 1 }], [['a', { a: 1 }]], [[['a']]], [Symbol('a')]])(
  '%p is neither a single value nor a list of such',
  (value) => {
    expect(toPlainValue(value)).toBeInstanceOf(Invalid);
  },
);

it.each<[unknown, boolean]>([
  [null, true],
  [undefined, true],
  ['', true],
  [' \n', true],
  ['\u200b\ufeff', true],
  [[], true],
  [['', ' ', null], true],
  [0, false],
  [false, false],
  ['a', false],
  ['\u200ba', false],
  [['', 'a'], false],
  [{}, false],
])('%p says nothing: %p', (value, expected) => {
  expect(isBlank(value)).toBe(expected);
});
