import { findAssociated } from '../../nodes/HubspotBatchUpsert/associate/findAssociated';
import {
  toPropertyDefinitions,
  type PropertyDefinitions,
} from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { AssociationWish } from '../../nodes/HubspotBatchUpsert/model/association';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import { delivering, failureOf } from '../support/delivering';
import { complete, found, ok, type SentInput } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { valueRules } from '../support/valueRules';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';
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

/** @param wishes Of each item. */
async function finding(wishes: Array<AssociationWish[] | undefined>, script: Script = DEALS) {
  const all = delivering(script, { items: wishes.length, settings: { maxRetries: 0 } });
  const inputs = wishes.map((own, index) => inputOf(index, `K-${index}`, {}, { wishes: own }));
  const definitions = new Map<string, PropertyDefinitions>();
  const result = await inVirtualTime(findAssociated(inputs, valueRules, definitions, all.context));
  return { ...all, inputs, result, definitions };
}

const deal = (toId: string, more = {}) => ({ toObjectType: 'deals', toId, label: '', ...more });

it('where nothing is wished for, nothing is asked for', async () => {
  const { result, inputs, hubspot } = await finding([undefined, []]);
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

it('keys are read as their property says, which is read once; record ids need no property', async () => {
  const definitions = ok({ results: [{ name: 'deal_key', type: 'number', hasUniqueValue: true }] });
  const { result, hubspot } = await finding([[wish('1,234.5'), wish(7)], [byId(8)]], {
    properties: [definitions],
    read: [found([{ deal_key: '1234.5' }, { deal_key: '7' }, {}])],
  });
  expect(hubspot.properties).toEqual(['/crm/v3/properties/deals']);
  expect(hubspot.reads[0]).toEqual(['1234.5', '7']);
  expect(result.map(({ index }) => index)).toEqual([0]);
  expect((await finding([[byId('7')]])).hubspot.properties).toEqual([]);
});

it('definitions that are known already are not read again', async () => {
  const { context, hubspot } = delivering(DEALS, { items: 1 });
  const definitions = new Map([
    ['deals', toPropertyDefinitions([{ name: 'deal_key', hasUniqueValue: true }])],
  ]);
  const inputs = [inputOf(0, 'K', {}, { wishes: [wish('D-7')] })];
  await inVirtualTime(findAssociated(inputs, valueRules, definitions, context));
  expect(hubspot.properties).toEqual([]);
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
  const inputs = [inputOf(0, 'K', {}, { wishes: [byId('7', { label: 'Upsell' })] })];
  expect(await findAssociated(inputs, valueRules, new Map(), context)).toEqual([]);
  expect(hubspot.requests).toEqual([]);
});
