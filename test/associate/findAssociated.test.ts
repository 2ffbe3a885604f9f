import {
  beginSearch,
  findAssociated,
} from '../../nodes/HubspotBatchUpsert/associate/findAssociated';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { AssociationWish } from '../../nodes/HubspotBatchUpsert/model/association';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { ItemWishes } from '../../nodes/HubspotBatchUpsert/prepare/associationWishes';
import type { RecordInput } from '../../nodes/HubspotBatchUpsert/model/record';
import { delivering, failureOf } from '../support/delivering';
import { complete, found, ok, type SentInput } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { valueRules } from '../support/valueRules';
import { inVirtualTime, pass, useVirtualTime } from '../support/virtualTime';
import { inputOf } from '../support/write';

useVirtualTime();

const wish = (toId: unknown, more: Partial<AssociationWish> = {}): AssociationWish => ({
  toObjectType: 'deals',
  toIdProperty: 'deal_key',
  toId,
  label: '',
  ...more,
});
const byId = (toId: unknown, more = {}) => wish(toId, { toIdProperty: 'hs_object_id', ...more });

const definitions = new Map([
  [
    'deals',
    toPropertyDefinitions([
      { name: 'deal_key', hasUniqueValue: true },
      { name: 'deal_number', type: 'number', hasUniqueValue: true },
    ]),
  ],
]);

/** HubSpot has the deals D-7, D-8 and D-9 with the record ids 7, 8 and 9. */
const DEALS: Script = {
  read: [
    (inputs: SentInput[]) =>
      complete(
        inputs
          .map(({ id }) => id.replace('D-', ''))
          .filter((id) => ['7', '8', '9'].includes(id))
          .map((id) => ({ id, properties: { deal_key: `D-${id}` } })),
      ),
  ],
  labels: [ok({ results: [{ category: 'USER_DEFINED', typeId: 37, label: 'Upsell' }] })],
};

/** The search is begun for these wishes, of each item. */
function beginning(wishes: ItemWishes[], script: Script = DEALS) {
  const all = delivering(script, { items: wishes.length, settings: { maxRetries: 0 } });
  const begun = beginSearch(wishes, definitions, valueRules, all.context);
  const find = async (inputs: RecordInput[]) =>
    await inVirtualTime(findAssociated(inputs, begun, valueRules, all.context));
  return { ...all, find };
}

/** @param wishes Of each item. */
async function finding(wishes: Array<AssociationWish[] | undefined>, script: Script = DEALS) {
  const all = beginning(
    wishes.map((own) => own ?? []),
    script,
  );
  const inputs = wishes.map((own, index) => inputOf(index, `K-${index}`, {}, { wishes: own }));
  return { ...all, inputs, result: await all.find(inputs) };
}

const deal = (toId: string, more = {}) => ({ toObjectType: 'deals', toId, label: '', ...more });

it('where nothing is wished for, nothing is asked for', async () => {
  const { result, inputs, hubspot } = await finding([undefined, undefined]);
  expect(result).toBe(inputs);
  expect(hubspot.requests).toEqual([]);
});

it('each input gets what it wishes for, in the order of its wishes', async () => {
  const { result, hubspot, run } = await finding([
    [wish('D-8'), byId('7'), wish('D-9', { label: 'Upsell' })],
    undefined,
    [wish('D-8')],
  ]);
  const type = { associationCategory: 'USER_DEFINED', associationTypeId: 37 };
  expect(result.map(({ associations }) => associations)).toEqual([
    [deal('8'), deal('7'), deal('9', { label: 'Upsell', type })],
    undefined,
    [deal('8')],
  ]);
  expect(result.map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(result.every((input) => input.wishes === undefined)).toBe(true);
  expect(hubspot.reads.sort()).toEqual([['7'], ['D-8', 'D-9']]);
  expect(hubspot.labels).toEqual(['/crm/v4/associations/line_items/deals/labels']);
  expect(run.ledger.unsettled()).toEqual([0, 1, 2]);
});

it('what leads to one record in one way is one association', async () => {
  const { result } = await finding([
    [wish('D-7'), byId('7'), byId('7', { label: 'Upsell' }), byId('7', { label: 'upsell' })],
  ]);
  expect(result[0]?.associations).toMatchObject([deal('7'), deal('7', { label: 'Upsell' })]);
});

it('keys are read as their property says', async () => {
  const byNumber = (toId: unknown) => wish(toId, { toIdProperty: 'deal_number' });
  const { result, hubspot } = await finding([[byNumber('1,234.5'), byNumber(7)], [byId(8)]], {
    read: [found([{ deal_number: '1234.5' }, { deal_number: '7' }, {}])],
  });
  expect(hubspot.reads[0]).toEqual(['1234.5', '7']);
  expect(result.map(({ index }) => index)).toEqual([0]);
});

describe('while the items are understood', () => {
  it('HubSpot is already asked for all that they name, and not again', async () => {
    const { find, hubspot } = beginning([[wish('D-7')], [], [wish('D-8'), wish('D-7')]]);
    await pass(1_000);
    expect(hubspot.reads).toEqual([['D-7', 'D-8']]);
    const result = await find([inputOf(2, 'K', {}, { wishes: [wish('D-8')] })]);
    expect(result.map(({ associations }) => associations)).toEqual([[deal('8')]]);
    expect(hubspot.reads).toHaveLength(1);
  });

  it('nothing is asked for where an item says nothing that HubSpot could be asked for', async () => {
    const { find, hubspot } = beginning([ownFailure('INVALID_VALUE', 'no'), [wish({ a: 1 })]]);
    await pass(1_000);
    expect(await find([])).toEqual([]);
    expect(hubspot.requests).toEqual([]);
  });

  it('a read that fails costs nothing where the items that asked for it are refused', async () => {
    const { find, run } = beginning([[byId('7')]], {
      read: [{ status: 403, body: { category: 'MISSING_SCOPES' } }],
    });
    const inputs = [inputOf(1, 'K')];
    expect(await find(inputs)).toBe(inputs);
    expect(run.stopped).toBeUndefined();
  });
});

describe('an item leaves unwritten', () => {
  it.each<[string, AssociationWish, object]>([
    [
      'where HubSpot has no such record',
      wish('D-1'),
      {
        category: 'RECORD_NOT_FOUND',
        property: 'deal_key',
        value: 'D-1',
        message:
          'HubSpot has no record of deals with deal_key "D-1" to associate this one with, so nothing was written: create it first, or correct the value',
      },
    ],
    [
      'where the key is no value',
      wish({ a: 1 }),
      { category: 'INVALID_VALUE', property: 'deal_key', value: { a: 1 } },
    ],
    [
      'where the record id has no digits alone',
      byId('7a'),
      {
        category: 'INVALID_VALUE',
        property: 'hs_object_id',
        message:
          '"7a" cannot be the record ID of the deals to associate this record with: Record IDs consist of digits, and "7a" does not. If it is the value of another property, choose that property instead',
      },
    ],
    [
      'where the key says nothing',
      wish(''),
      {
        category: 'INVALID_VALUE',
        message: expect.stringContaining('it is no value that HubSpot finds records by') as string,
      },
    ],
    [
      'where there is no such label',
      wish('D-7', { label: 'Nowhere' }),
      { category: 'INVALID_VALUE', value: 'Nowhere' },
    ],
  ])('%s, and others do not', async (_, bad, failure) => {
    const { result, run } = await finding([[wish('D-7'), bad], [wish('D-8')]]);
    expect(result.map(({ index }) => index)).toEqual([1]);
    expect(failureOf(run, 0)).toMatchObject({
      ...failure,
      stage: 'associate',
      attempted: false,
      retryable: false,
    });
    expect(run.ledger.entry(0)).toMatchObject({ id: 'K-0', traceId: null });
    expect(run.stopped).toBeUndefined();
  });
});

describe('a fault that keeps other records from being found', () => {
  const forbidden: Script = {
    read: [
      ({ length }) =>
        length > 0 ? { status: 403, body: { category: 'MISSING_SCOPES' } } : complete([]),
    ],
  };

  it('ends the run where every item meets it', async () => {
    const { result, run } = await finding([[byId('7')], [byId('8')]], forbidden);
    expect(result).toEqual([]);
    expect(run.stopped).toMatchObject({
      scope: 'run',
      title: 'The credential lacks a scope that HubSpot requires',
      throws: true,
    });
    expect(failureOf(run, 0)).toMatchObject({
      category: 'NOT_ATTEMPTED',
      stage: 'associate',
      attempted: false,
      message: expect.stringMatching(/^Not sent: the credential lacks a scope/) as string,
    });
  });

  it.each<[string, AssociationWish[] | undefined]>([
    ['asks for nothing', undefined],
    ['asks for something else', [byId('9', { toObjectType: 'quotes' })]],
  ])('leaves an item alone that %s', async (_, other) => {
    const { result, run } = await finding([[byId('7')], other], {
      read: [
        { status: 403, body: { category: 'MISSING_SCOPES' } },
        complete([{ id: '9', properties: {} }]),
      ],
    });
    expect(result.map(({ index }) => index)).toEqual([1]);
    expect(run.stopped).toBeUndefined();
    expect(failureOf(run, 0).category).toBe('NOT_ATTEMPTED');
  });

  it('is met by an item whose other wishes are fine', async () => {
    const { run } = await finding([[byId('9', { toObjectType: 'quotes' }), byId('7')]], {
      read: [complete([{ id: '9' }]), { status: 403, body: { category: 'MISSING_SCOPES' } }],
    });
    expect(run.stopped?.title).toContain('lacks a scope');
  });
});

it('nothing is returned, and no item settled, where the run ends on the way', async () => {
  const { result, run } = await finding([[wish('D-7')], undefined], {
    read: [{ status: 503, body: {} }],
  });
  expect(result).toEqual([]);
  expect(run.ledger.unsettled()).toEqual([0, 1]);
  expect(run.stopped?.title).toContain('to read the deals to associate with');
});

it('nothing is asked for once the run has ended', async () => {
  const { context, hubspot, run } = delivering(DEALS, { items: 1 });
  run.stop(CANCELLED);
  const wishes = [byId('7', { label: 'Upsell' })];
  const begun = beginSearch([wishes], definitions, valueRules, context);
  const inputs = [inputOf(0, 'K', {}, { wishes })];
  expect(await findAssociated(inputs, begun, valueRules, context)).toEqual([]);
  expect(hubspot.requests).toEqual([]);
});
