import type { IDataObject } from 'n8n-workflow';
import { associationsPerItem } from '../../nodes/HubspotBatchUpsert/input/associations';
import { isReadable, readItems } from '../../nodes/HubspotBatchUpsert/input/items';
import { n8nInput } from '../support/n8nInput';

const located = (value: unknown) => ({ __rl: true, mode: 'list', value });

function read(raw: unknown, items: IDataObject[] = [{}]) {
  const { context, input } = n8nInput(items);
  return associationsPerItem({ context, input }, raw);
}

it('each entry says which record it means, by what and how', () => {
  const entries = [
    {
      toObjectType: located('deals'),
      toIdProperty: located(' deal_key '),
      toId: ['D-1', 7],
      label: ' Upsell ',
    },
    { toObjectType: 'contacts', toIdProperty: 'email', toId: 'a@b.example', label: '' },
  ];
  expect(read(entries).map(({ at }) => at(0))).toEqual([
    { toObjectType: 'deals', toIdProperty: 'deal_key', toId: ['D-1', 7], label: 'Upsell' },
    { toObjectType: 'contacts', toIdProperty: 'email', toId: 'a@b.example', label: '' },
  ]);
});

it('an entry may differ from item to item', () => {
  const entry = {
    toObjectType: located('={{ $json.type }}'),
    toIdProperty: 'hs_object_id',
    toId: '={{ $json.deal }}',
    label: '={{ $json.label }}',
  };
  const [one] = read([entry], [{ type: 'deals', deal: 7, label: 'Upsell' }, { type: 'quotes' }]);
  expect(one!.varies).toBe(true);
  expect([one!.at(0), one!.at(1)]).toEqual([
    { toObjectType: 'deals', toIdProperty: 'hs_object_id', toId: 7, label: 'Upsell' },
    { toObjectType: 'quotes', toIdProperty: 'hs_object_id', toId: undefined, label: '' },
  ]);
});

it('an entry may be one expression as a whole', () => {
  const wish = { toObjectType: 'deals', toIdProperty: 'deal_key', toId: 7, label: 'Upsell' };
  const [one] = read(['={{ $json.wish }}'], [{ wish }, {}]);
  expect(one!.varies).toBe(true);
  expect([one!.at(0), one!.at(1)]).toEqual([
    wish,
    { toObjectType: '', toIdProperty: '', toId: undefined, label: '' },
  ]);
});

it.each([undefined, null, '', {}, 'deals', 7])('%j has no entries', (raw) => {
  expect(read(raw)).toEqual([]);
});

it.each([null, 'deals', 7, {}])('an entry that is %j names nothing', (entry) => {
  expect(read([entry]).map(({ at }) => at(0))).toEqual([
    { toObjectType: '', toIdProperty: '', toId: undefined, label: '' },
  ]);
});

describe('an item', () => {
  const parameters = {
    objectType: 'line_items',
    idProperty: 'sku',
    'associations.association': [
      { toObjectType: 'deals', toIdProperty: 'deal_key', toId: '={{ $json.deal }}', label: '' },
      { toObjectType: 'quotes', toIdProperty: '', toId: '8', label: '' },
    ],
  };
  const asked = (more: object, items: IDataObject[] = [{ deal: 'D-1' }]) => {
    const { context, input } = n8nInput(items, { ...parameters, ...more });
    return readItems(context, input).associationsAt?.(0);
  };

  it('asks for what its entries say', () => {
    expect(asked({})).toMatchObject([
      { toObjectType: 'deals', toId: 'D-1' },
      { toObjectType: 'quotes', toId: '8' },
    ]);
  });

  it('asks for nothing where there are no entries', () => {
    expect(asked({ 'associations.association': [] })).toBeUndefined();
  });

  it('cannot be read where one of them cannot', () => {
    const item = asked({
      'associations.association': [{ toObjectType: 'deals', toId: '={{ fail }}' }],
    });
    expect(item && isReadable(item)).toBe(false);
    expect(item).toMatchObject({ parameter: 'associations', reason: 'fail is not defined' });
  });
});
