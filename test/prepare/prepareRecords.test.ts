import type {
  RawItem,
  ReadItems,
  UnreadableItem,
} from '../../nodes/HubspotBatchUpsert/input/items';
import { InputNotes } from '../../nodes/HubspotBatchUpsert/model/inputNotes';
import { Ledger } from '../../nodes/HubspotBatchUpsert/model/ledger';
import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Targets, type TargetNames } from '../../nodes/HubspotBatchUpsert/model/target';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import {
  prepareInputs,
  prepareWrites,
} from '../../nodes/HubspotBatchUpsert/prepare/prepareRecords';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { ItemWishes } from '../../nodes/HubspotBatchUpsert/prepare/associationWishes';
import { PAUSE, type OptionsNeeded } from '../../nodes/HubspotBatchUpsert/prepare/toInputs';
import { valueRules } from '../support/valueRules';

const definitions = new Map([
  [
    'line_items',
    toPropertyDefinitions([
      { name: 'code', hasUniqueValue: true },
      { name: 'price', type: 'number' },
    ]),
  ],
]);
const defaults = {
  duplicates: 'merge',
  ...valueRules,
  unknownFields: 'ignore',
} as Settings;

/** The run of these items, with what a test is not about filled in. */
function run(
  given: Array<Partial<RawItem>>,
  settings: Partial<Settings> = {},
  {
    mapsAutomatically = true,
    unreadable = [] as UnreadableItem[],
    known = definitions,
    learn = undefined as ((known: typeof definitions) => void) | undefined,
    wishes = [] as ItemWishes[],
  } = {},
) {
  const items = given.map((item, index): RawItem => ({
    index,
    objectType: 'line_items',
    idProperty: 'code',
    id: 'A',
    values: {},
    traceId: '',
    ...item,
  }));
  const every = [...items, ...unreadable];
  const ledger = new Ledger(every.length);
  const read: ReadItems = {
    count: every.length,
    targets: distinct(items),
    varies: true,
    mapsAutomatically,
    at: (index) => every[index]!,
  };
  const targets = new Targets(known);
  const inputNotes = new InputNotes();
  const preparation = { id: 'run', ledger, targets, inputNotes };
  const all = { ...defaults, ...settings };
  const preparing = prepareInputs(read, wishes, all, preparation);
  const needed: OptionsNeeded[] = [];
  let pauses = 0;
  let step = preparing.next();
  for (; !step.done; step = preparing.next()) {
    if (step.value === PAUSE) {
      pauses += 1;
      continue;
    }
    needed.push(step.value);
    if (!learn) throw new Error('No value needs options');
    learn(known);
  }
  const writes = prepareWrites(step.value, all, preparation);
  return { ledger, inputs: step.value, writes, targets, inputNotes, needed, pauses };
}

function distinct(items: readonly TargetNames[]): TargetNames[] {
  const byNames = new Map(items.map((item) => [`${item.objectType} ${item.idProperty}`, item]));
  return [...byNames.values()].map(({ objectType, idProperty }) => ({ objectType, idProperty }));
}

it('records come in the order of their first items, each with a trace id', () => {
  const { writes, ledger, targets } = run([
    { id: 'B', values: { price: '1' } },
    { id: 'A', values: { price: 2 } },
    { id: 'B', values: { price: '3', colour: 'red' } },
  ]);
  const target = targets.of({ objectType: 'line_items', idProperty: 'code' });
  const common = { target, round: 0 };
  expect(writes).toEqual([
    {
      ...common,
      id: 'B',
      indexes: [0, 2],
      properties: { price: '3' },
      traceId: 'run-1',
      superseded: new Map([[0, ['price']]]),
      given: new Map([
        [0, new Set()],
        [2, new Set(['price'])],
      ]),
    },
    { ...common, id: 'A', indexes: [1], properties: { price: '2' }, traceId: 'run-2' },
  ]);
  expect(writes.filter((write) => write.target !== target)).toEqual([]);
  expect(ledger.unsettled()).toEqual([0, 1, 2]);
});

it('an item that is not sent holds no place for its record', () => {
  const { writes } = run([{ values: { price: 'x' } }, { id: 'B' }, {}]);
  expect(writes).toMatchObject([
    { id: 'B', indexes: [1], traceId: 'run-1' },
    { id: 'A', indexes: [2], traceId: 'run-2' },
  ]);
});

it('in sequence, a record is written once for each of its items', () => {
  const { writes } = run([{}, {}], { duplicates: 'sequence' });
  expect(writes).toMatchObject([
    { indexes: [0], round: 0, traceId: 'run-1' },
    { indexes: [1], round: 1, traceId: 'run-2' },
  ]);
});

it('a trace id that a later item brings is not given to an earlier one', () => {
  const { writes } = run([{ id: 'A' }, { id: 'B', traceId: 'run-1' }]);
  expect(writes).toMatchObject([{ traceId: 'run-2' }, { traceId: 'run-1' }]);
});

it('an item asks for its own associations', () => {
  const deal = { toObjectType: 'deals', toIdProperty: 'deal_key', toId: 'D-1', label: '' };
  const { inputs } = run([{ id: 'A' }, { id: 'B' }], {}, { wishes: [[], [deal]] });
  expect(inputs.map(({ wishes }) => wishes)).toEqual([undefined, [deal]]);
});

it('among many items there are pauses', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}` }));
  expect(run(many(5_000)).pauses).toBe(0);
  const { pauses, writes } = run(many(10_001));
  expect(pauses).toBe(2);
  expect(writes).toHaveLength(10_001);
});

describe('what HubSpot would not take is in the ledger unsent:', () => {
  const target = { objectType: 'line_items', idProperty: 'code' };

  it('an item whose associations cannot be had, unless there is more wrong with it', () => {
    const failure = ownFailure('INVALID_VALUE', 'No deal');
    const items = [{ id: 'A' }, { id: 'B', values: { price: 'x' } }, { id: 'C' }];
    const { ledger, writes } = run(items, {}, { wishes: [failure, failure, []] });
    expect(writes).toMatchObject([{ id: 'C' }]);
    expect(ledger.entry(0)).toMatchObject({ target, id: 'A', traceId: null, failure });
    expect(ledger.failureOf(1)?.property).toBe('price');
  });

  it('an item with a parameter that could not be evaluated', () => {
    const unreadable = [{ index: 1, parameter: 'id' as const, reason: 'x is not defined' }];
    const { writes, ledger } = run([{}], {}, { unreadable });
    expect(writes).toMatchObject([{ indexes: [0] }]);
    expect(ledger.entry(1)).toMatchObject({
      target: undefined,
      id: undefined,
      traceId: null,
      failure: {
        category: 'INVALID_VALUE',
        property: 'id',
        message:
          'The expression of the parameter ID Value (id) could not be evaluated for this item: x is not defined',
      },
    });
  });

  it('an item without an id, with the properties that could be one', () => {
    const { writes, ledger } = run([{ idProperty: 'price', id: '' }]);
    expect(writes).toEqual([]);
    expect(ledger.entry(0)).toMatchObject({
      target: { objectType: 'line_items', idProperty: 'price' },
      id: undefined,
      failure: {
        category: 'MISSING_ID',
        message: expect.stringMatching(/set the ID property to one of code$/) as string,
      },
    });
  });

  it('an item with a value that cannot be stored, and not the others of its record', () => {
    const { writes, ledger } = run([{ values: { price: 'x' } }, {}, { id: 'B' }]);
    expect(writes).toMatchObject([
      { id: 'A', indexes: [1] },
      { id: 'B', indexes: [2] },
    ]);
    expect(ledger.entry(0)).toMatchObject({
      target,
      id: 'A',
      traceId: null,
      failure: { category: 'INVALID_VALUE', property: 'price', attempted: false },
    });
  });

  it('an item with a field mapped by hand that is no property', () => {
    const { writes, ledger } = run(
      [{ values: { colour: 'red' } }],
      {},
      { mapsAutomatically: false },
    );
    expect(writes).toEqual([]);
    expect(ledger.failureOf(0)).toMatchObject({ category: 'UNKNOWN_PROPERTY', property: 'colour' });
  });

  it('every item of a record where duplicates are rejected', () => {
    const { writes, ledger } = run([{}, { id: 'B' }, {}], { duplicates: 'reject' });
    expect(writes).toMatchObject([{ id: 'B' }]);
    for (const index of [0, 2]) {
      expect(ledger.entry(index)).toMatchObject({
        target,
        id: 'A',
        failure: { category: 'DUPLICATE_ID' },
      });
    }
  });

  it('every item of a record whose trace id another one has', () => {
    const traceId = 'mine';
    const { writes, ledger } = run([{ traceId }, { id: 'B', traceId }, { id: 'B', traceId }]);
    expect(writes).toMatchObject([{ id: 'A', traceId }]);
    for (const index of [1, 2]) {
      expect(ledger.entry(index)).toMatchObject({
        target,
        id: 'B',
        traceId: null,
        failure: { category: 'DUPLICATE_TRACE_ID' },
      });
    }
  });
});

it('options that no definition lists are waited for at the first item that needs them', () => {
  const known = new Map([
    [
      'line_items',
      toPropertyDefinitions([
        { name: 'code', hasUniqueValue: true },
        { name: 'owner', type: 'enumeration', referencedObjectType: 'OWNER' },
      ]),
    ],
  ]);
  const { writes, inputNotes, needed } = run(
    [
      { id: 'A', values: { owner: '5' } },
      { id: 'B', values: { colour: 'red', owner: 'jo@example.com' } },
      { id: 'C', values: { colour: 'red', owner: 'JO@example.com' } },
    ],
    {},
    {
      known,
      learn: (all) => {
        const options = [{ value: '7', label: 'jo@example.com' }];
        Object.assign(all.get('line_items')!.get('owner')!, { options, asked: {} });
      },
    },
  );
  expect(needed).toEqual([{ source: 'owners', objectType: 'line_items' }]);
  expect(writes.map(({ properties }) => properties)).toEqual([
    { owner: '5' },
    { owner: '7' },
    { owner: '7' },
  ]);
  expect(inputNotes.ignoredFields.get('colour')?.items).toBe(2);
});
