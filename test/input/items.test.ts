import type { IDataObject } from 'n8n-workflow';
import { isReadable, readItems } from '../../nodes/HubspotBatchUpsert/input/items';
import { n8nInput, type Parameters } from '../support/n8nInput';

const FIXED = { objectType: 'line_items', idProperty: 'sku' };

function read(items: Array<IDataObject | undefined>, parameters: Parameters = FIXED) {
  const { context, input, evaluated } = n8nInput(items, parameters);
  return { ...readItems(context, input), evaluated, items: input };
}

/** What each item asks for. */
const asked = (items: IDataObject[], parameters: Parameters) => {
  const { at } = read(items, parameters);
  return items.map((_, index) => at(index));
};

/** What each item is to write. */
const valuesOf = (items: IDataObject[], parameters: Parameters) =>
  asked(items, parameters).map((item) => (isReadable(item) ? item.values : undefined));

it('an item asks for what its own fields and the fixed parameters say', () => {
  const { at, ...facts } = read([{ name: 'x', price: 1 }, { name: 'y' }]);
  expect(facts).toMatchObject({
    count: 2,
    targets: [FIXED],
    varies: false,
    mapsAutomatically: true,
  });
  expect(at(1)).toEqual({
    index: 1,
    objectType: 'line_items',
    idProperty: 'sku',
    id: '',
    values: { name: 'y' },
    traceId: '',
  });
});

it('an item tells of the record that an earlier run wrote for it and could not associate', () => {
  const hubspot = { objectType: 'line_items', idProperty: 'sku', idValue: 'A' };
  const hubspotError = { stage: 'associate', attempted: true };
  const association = [{ toObjectType: 'deals', toIdProperty: 'hs_object_id', toId: '7' }];
  const associating = { ...FIXED, 'associations.association': association };
  const item = { name: 'x', hubspot, hubspotError };
  expect(read([item], associating).at(0)).toMatchObject({
    values: { name: 'x' },
    earlierRecord: hubspot,
  });
  expect(read([item]).at(0)).not.toHaveProperty('earlierRecord');
});

it('without items there are no targets', () => {
  expect(read([])).toMatchObject({ count: 0, targets: [], varies: false });
  expect(read([], { objectType: '={{ $json.type }}' })).toMatchObject({ targets: [] });
});

describe('object type and idProperty', () => {
  it.each<[unknown, string]>([
    [{ __rl: true, mode: 'list', value: 'contacts' }, 'contacts'],
    [{ __rl: true, mode: 'id', value: ' 2-345 ' }, '2-345'],
    [{ value: 7 }, '7'],
    [' deals ', 'deals'],
    [7, '7'],
    [{ mode: 'list' }, ''],
    [{ value: null }, ''],
    [null, ''],
    [true, ''],
    [undefined, ''],
  ])('%j is %j', (parameter, name) => {
    expect(asked([{}], { objectType: parameter, idProperty: parameter })).toMatchObject([
      { objectType: name, idProperty: name },
    ]);
  });

  it.each([
    [{ objectType: '={{ $json.type }}', idProperty: 'sku' }],
    [{ objectType: { __rl: true, mode: 'id', value: '={{ $json.type }}' }, idProperty: 'sku' }],
  ])('may differ from item to item: %j', (parameters) => {
    const items = [{ type: 'deals' }, { type: 'contacts' }, { type: 'deals' }];
    const { targets, varies, at } = read(items, parameters);
    expect(varies).toBe(true);
    expect(targets).toEqual([
      { objectType: 'deals', idProperty: 'sku' },
      { objectType: 'contacts', idProperty: 'sku' },
    ]);
    expect([0, 1, 2].map((index) => at(index))).toMatchObject(
      items.map(({ type }) => ({ objectType: type })),
    );
  });

  it('make as many targets as there are pairs of them', () => {
    const { targets, varies } = read([{ key: 'a' }, { key: 'b' }, { key: 'a' }], {
      objectType: 'deals',
      idProperty: '={{ $json.key }}',
    });
    expect(varies).toBe(true);
    expect(targets).toEqual([
      { objectType: 'deals', idProperty: 'a' },
      { objectType: 'deals', idProperty: 'b' },
    ]);
  });

  it('that vary are read once for each item, and not held once they were asked for', () => {
    const parameters = { objectType: '={{ $itemIndex }}', idProperty: 'sku' };
    const { at, evaluated } = read([{}, {}], parameters);
    expect(evaluated).toHaveLength(2);
    expect(at(1)).toMatchObject({ objectType: '1' });
    expect(evaluated).toHaveLength(2);
    expect(at(1)).toMatchObject({ objectType: '1' });
    expect(evaluated).toHaveLength(3);
  });

  it('of items that cannot be read are nobody’s target', () => {
    const parameters = { objectType: '={{ fail() }}', idProperty: 'sku' };
    expect(read([{}, {}], parameters).targets).toEqual([]);
  });
});

describe('id and trace id', () => {
  it('are what the parameters say for the item, the id as it came', () => {
    const parameters = {
      ...FIXED,
      id: '={{ $json.key }}',
      'options.objectWriteTraceId': '={{ $json.trace }}',
    };
    expect(
      asked([{ key: ' 7 ', trace: ' t ' }, { key: 8, trace: 9 }, {}], parameters),
    ).toMatchObject([
      { id: ' 7 ', traceId: 't' },
      { id: 8, traceId: '9' },
      { id: undefined, traceId: '' },
    ]);
  });

  it('are without what nobody sees at their ends', () => {
    const parameters = {
      objectType: '={{ $json.type }}',
      idProperty: 'sku\ufeff',
      'options.objectWriteTraceId': '={{ $json.trace }}',
    };
    expect(asked([{ type: '\u200bdeals', trace: 't\u00a0' }], parameters)).toMatchObject([
      { objectType: 'deals', idProperty: 'sku', traceId: 't' },
    ]);
  });

  it('are not numbers that may have lost digits', () => {
    const parameters = { ...FIXED, 'options.objectWriteTraceId': '={{ $json.trace }}' };
    expect(asked([{ trace: Number('12345678901234567890') }], parameters)).toMatchObject([
      {
        parameter: 'objectWriteTraceId',
        reason: expect.stringMatching(/send it as text$/) as string,
      },
    ]);
  });

  it('can be fixed', () => {
    const parameters = { ...FIXED, id: 'K', 'options.objectWriteTraceId': 't' };
    expect(asked([{}], parameters)).toMatchObject([{ id: 'K', traceId: 't' }]);
  });
});

describe('mapped automatically', () => {
  it('are all fields but those that the node itself wrote in an earlier run', () => {
    const items = [
      { a: 1, hubspot: {} },
      { b: 2, hubspotError: {} },
      { c: 3, hubspot: {}, hubspotError: {} },
      { hubspots: 4 },
    ];
    expect(valuesOf(items, FIXED)).toStrictEqual([{ a: 1 }, { b: 2 }, { c: 3 }, { hubspots: 4 }]);
  });

  it('are the item’s own fields, not a copy', () => {
    const json = { a: 1 };
    expect(valuesOf([json], FIXED)[0]).toBe(json);
  });

  it('is nothing where the item has no fields', () => {
    const { at } = read([undefined]);
    expect(at(0)).toMatchObject({ values: {} });
    expect(at(7)).toMatchObject({ values: {} });
  });
});

describe('mapped one by one', () => {
  const mapped = (value: unknown) => ({
    ...FIXED,
    'properties.mappingMode': 'defineBelow',
    'properties.value': value,
  });

  it('are the fields that the user filled in, and no other field of the item', () => {
    const value = { name: '={{ $json.title }}', price: 3, free: false, zero: 0, list: [] };
    const { at, mapsAutomatically } = read([{ title: 'x' }], mapped(value));
    expect(mapsAutomatically).toBe(false);
    expect(at(0)).toMatchObject({
      values: { name: 'x', price: 3, free: false, zero: 0, list: [] },
    });
  });

  it('are not those that the editor left empty', () => {
    const value = { a: null, b: undefined, c: '', d: 'x' };
    expect(valuesOf([{}], mapped(value))).toStrictEqual([{ d: 'x' }]);
  });

  it('are empty where an expression is', () => {
    expect(asked([{ title: null }], mapped({ name: '={{ $json.title }}' }))).toMatchObject([
      { values: { name: null } },
    ]);
  });

  it.each([null, undefined, '', 'text', 7])('is nothing where nothing is mapped: %j', (value) => {
    expect(valuesOf([{ a: 1 }], mapped(value))).toStrictEqual([{}]);
  });
});

describe('an item whose expression cannot be evaluated', () => {
  it.each([
    ['objectType', { objectType: '={{ fail() }}' }],
    ['idProperty', { idProperty: '={{ fail() }}' }],
    ['id', { id: '={{ fail() }}' }],
    ['objectWriteTraceId', { 'options.objectWriteTraceId': '={{ fail() }}' }],
    [
      'properties',
      { 'properties.mappingMode': 'defineBelow', 'properties.value': { a: '={{ fail() }}' } },
    ],
  ])('says so, and which parameter it is: %s', (parameter, parameters) => {
    const [item] = asked([{}], { ...FIXED, ...parameters });
    expect(item).toMatchObject({ index: 0, parameter, reason: 'fail is not defined' });
    expect(isReadable(item!)).toBe(false);
  });

  it('names the first of several', () => {
    const parameters = {
      ...FIXED,
      id: '={{ fail() }}',
      'options.objectWriteTraceId': '={{ no() }}',
    };
    expect(asked([{}], parameters)).toMatchObject([{ parameter: 'id' }]);
  });

  it('says whatever was thrown', () => {
    const { context, input } = n8nInput([{}], { ...FIXED, id: '={{ fail() }}' });
    context.evaluateExpression = () => {
      throw 'in words' as unknown as Error;
    };
    expect(readItems(context, input).at(0)).toMatchObject({ reason: 'in words' });
  });

  it('leaves the others alone', () => {
    const items = asked([{ key: 'A' }, {}], { ...FIXED, id: '={{ $json.key }}' });
    expect(items.every(isReadable)).toBe(true);
  });
});
