import {
  checkAccounted,
  checkContent,
  checkLinks,
  checkRefused,
  checkSpoiled,
  checkSuccess,
} from '../../sandbox/demo/checks';
import { defineProperty } from '../../sandbox/hubspot/properties/definition';

const written = (item: number, id: string) => ({
  json: { hubspot: { id } },
  pairedItem: { item },
});
const failed = (item: number, property = 'price', attempted = false) => ({
  json: { hubspotError: { property, attempted } },
  pairedItem: { item },
});
const spoiler = (property: string, refusedBy: 'node' | 'hubspot') => ({
  property,
  refusedBy,
  cells: [0],
  valueFor: () => '',
});
const idOf = (row: number) => `id ${row}`;
const record = (id: string, properties: Record<string, string>) => ({
  id,
  properties,
  createdAt: '',
  updatedAt: '',
});

const account = { idProperty: 'key', definitions: new Map() };
const outputs = { success: [written(0, '1'), written(2, '1')], error: [failed(1)] };
const expectation = {
  records: new Map([['a', new Map([['key', 'a']])]]),
  outcomes: new Map([
    [0, 'created'],
    [2, 'created'],
  ] as const),
  refused: new Set([1]),
  links: new Map<number, string[]>(),
};

describe('the checks after a run', () => {
  it('have nothing to object to when all is well', () => {
    const stored = [record('1', { key: 'a' })];
    const checks = [
      checkAccounted(3, outputs),
      checkSuccess(outputs, stored),
      checkRefused(outputs, expectation),
      checkContent(stored, expectation, account),
      checkSpoiled(outputs, new Map([[1, spoiler('price', 'node')]]), expectation, idOf),
    ];
    expect(checks.flatMap(({ objections }) => objections)).toEqual([]);
  });

  it('find rows that were lost or came out twice', () => {
    const twice = { success: [written(0, '1')], error: [failed(0)] };
    expect(checkAccounted(2, twice).objections).toEqual([
      'row 2 did not come out',
      'row 1 came out 2 times',
    ]);
  });

  it('find records that Success does not know, or made up', () => {
    expect(checkSuccess(outputs, [record('2', {})]).objections).toEqual([
      'Success names 1, not in the store',
      '2 is in the store, not in Success',
    ]);
  });

  it('find good rows on Error, and bad ones on Success', () => {
    const other = { ...expectation, refused: new Set([2]) };
    expect(checkRefused(outputs, other).objections).toEqual([
      'row 3 is bad and on Success',
      'row 2 is good and on Error',
    ]);
  });

  it('find wrong, missing and surplus content', () => {
    const stored = [record('1', { key: 'a', name: 'surplus' }), record('2', { key: 'b' })];
    const more = new Map([...expectation.records, ['c', new Map([['key', 'c']])]]);
    const check = checkContent(stored, { ...expectation, records: more }, account);
    expect(check.objections).toEqual([
      'a: name is "surplus", not "undefined"',
      'c is not in the store',
      'b should not be in the store',
    ]);
  });

  it.each([
    ['is not on Error', 0, spoiler('price', 'node'), 'row 1 is not on Error'],
    ['failed for another reason', 1, spoiler('day', 'node'), 'row 2 failed for price, not for day'],
    ['was never sent to HubSpot', 1, spoiler('price', 'hubspot'), 'row 2 was not sent'],
  ])('find a row made bad on purpose that %s', (_, row, made, objection) => {
    const spoiled = new Map([[row, made]]);
    const { objections } = checkSpoiled(outputs, spoiled, { refused: new Set([row]) }, idOf);
    expect(objections).toEqual([objection]);
  });

  it.each<[string, Record<string, string[]>, string[], string]>([
    ['a record without its deal', {}, ['10'], 'id 0 is not linked with D-1'],
    ['a record with another deal', { 'id 0': ['D-1', 'D-2'] }, ['10'], 'not be linked with D-2'],
    ['a link that no row asks for', { 'id 0': ['D-1'], x: ['D-2'] }, ['10'], 'x should not be'],
    ['a row that keeps silent', { 'id 0': ['D-1'] }, [], 'row 1 does not say'],
    ['a row that tells of another deal', { 'id 0': ['D-1'] }, ['20'], 'row 1 does not say'],
  ])('find %s', (_, held, told, objection) => {
    const hubspot = { id: '1', associations: told.map((toId) => ({ toId })) };
    const success = [{ json: { hubspot }, pairedItem: { item: 0 } }];
    const links = {
      held: new Map(Object.entries(held).map(([id, deals]) => [id, new Set(deals)])),
      keys: new Map([
        ['10', 'D-1'],
        ['20', 'D-2'],
      ]),
    };
    const wanted = { links: new Map([[0, ['D-1']]]) };
    const { objections } = checkLinks({ success, error: [] }, links, wanted, idOf);
    expect(objections).toEqual([expect.stringContaining(objection)]);
  });

  it('let the rows of one record fail for the reason of any of them', () => {
    const error = [failed(0, 'serial', true), failed(1, 'serial', true)];
    const spoiled = new Map([
      [0, spoiler('serial', 'hubspot')],
      [1, spoiler('owner', 'hubspot')],
    ]);
    const judged = checkSpoiled(
      { success: [], error },
      spoiled,
      { refused: new Set([0, 1]) },
      () => 'the same',
    );
    expect(judged.objections).toEqual([]);
  });

  it('compare values as HubSpot means them', () => {
    const price = defineProperty({ name: 'price', type: 'number' });
    const records = new Map([
      [
        'a',
        new Map([
          ['key', 'a'],
          ['price', '2.5'],
        ]),
      ],
    ]);
    const stored = [record('1', { key: 'a', price: '2.50' })];
    const definitions = new Map([['price', price]]);
    expect(
      checkContent(stored, { ...expectation, records }, { ...account, definitions }).objections,
    ).toEqual([]);
  });
});
