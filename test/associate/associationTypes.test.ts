import { AssociationTypes } from '../../nodes/HubspotBatchUpsert/associate/associationTypes';
import { RememberedLists } from '../../nodes/HubspotBatchUpsert/delivery/rememberedLists';
import { isFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { delivering } from '../support/delivering';
import { networkError } from '../support/n8n';
import { ok, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, pass, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const TYPES = { fromObjectType: 'line_items', toObjectType: 'deals' };
const LABELS = ok({
  results: [
    { category: 'USER_DEFINED', typeId: 37, label: 'Upsell' },
    { category: 'HUBSPOT_DEFINED', typeId: 20, label: null },
    { category: 'USER_DEFINED', typeId: 41, label: 'upsell' },
    { category: 'USER_DEFINED', typeId: 43, label: 'Main' },
    { category: 'INTEGRATOR_DEFINED', typeId: 43, label: null },
    { category: 'USER_DEFINED', typeId: 45, label: 'Twice' },
    { category: 'USER_DEFINED', typeId: 47, label: 'Twice' },
  ],
});

async function read(labels: Script['labels'] = [LABELS]) {
  const types = new AssociationTypes();
  types.want(TYPES, 'Upsell');
  const all = delivering({ labels }, { settings: { maxRetries: 0 } });
  await inVirtualTime(types.read(all.context));
  return { ...all, types };
}

const type = (associationTypeId: number, associationCategory = 'USER_DEFINED') => ({
  associationCategory,
  associationTypeId,
});

it.each<[string, object]>([
  ['', { label: '' }],
  ['Upsell', { label: 'Upsell', type: type(37) }],
  ['upsell', { label: 'upsell', type: type(41) }],
  ['MAIN', { label: 'Main', type: type(43) }],
  ['USER_DEFINED:43', { label: 'USER_DEFINED:43', type: type(43) }],
  ['INTEGRATOR_DEFINED:43', { label: 'INTEGRATOR_DEFINED:43', type: type(43, 'INTEGRATOR_DEFINED') }], // prettier-ignore
  ['HUBSPOT_DEFINED:20', { label: 'HUBSPOT_DEFINED:20', type: type(20, 'HUBSPOT_DEFINED') }],
])('the label %j means %j', async (label, meant) => {
  const { types } = await read();
  expect(types.meant(TYPES, label)).toEqual(meant);
});

it.each<[string, string]>([
  ['Mains', 'take one of "Upsell", "upsell", "Main", "Twice", "Twice", or leave'],
  [
    'UPSELL',
    'Several association labels are called "UPSELL": take USER_DEFINED:37 or USER_DEFINED:41',
  ],
  ['Twice', 'take USER_DEFINED:45 or USER_DEFINED:47'],
])('the label %j cannot be used: %s', async (label, message) => {
  const { types } = await read();
  const failure = types.meant(TYPES, label);
  expect(isFailure(failure)).toBe(true);
  expect(failure).toMatchObject({
    category: 'INVALID_VALUE',
    message: expect.stringContaining(message) as string,
    stage: 'associate',
    attempted: false,
    retryable: false,
  });
});

it('a pair of types without labels says so', async () => {
  const { types } = await read([ok({ results: [] })]);
  expect(types.meant(TYPES, 'Upsell')).toMatchObject({
    value: 'Upsell',
    message:
      'HubSpot has no association labels between line_items and deals, so "Upsell" is none: leave the label empty for the default association',
  });
});

it('labels are read once for each two types, there and back apart', async () => {
  const types = new AssociationTypes();
  const back = { fromObjectType: 'deals', toObjectType: 'line_items' };
  for (const each of [TYPES, back, TYPES, { ...TYPES, toObjectType: 'quotes' }])
    types.want(each, 'Upsell');
  const { context, hubspot } = delivering();
  await inVirtualTime(types.read(context));
  expect(hubspot.labels.sort()).toEqual([
    '/crm/v4/associations/deals/line_items/labels',
    '/crm/v4/associations/line_items/deals/labels',
    '/crm/v4/associations/line_items/quotes/labels',
  ]);
});

it('labels that are remembered are read anew where one is missing, all of them', async () => {
  const lists = new RememberedLists();
  const newer = { ...TYPES, toObjectType: 'quotes' };
  const old = ok({ results: [{ category: 'USER_DEFINED', typeId: 1, label: 'Old' }] });
  const earlier = delivering({ labels: [old] }, { lists });
  for (const types of [TYPES, newer]) await inVirtualTime(earlier.client.associationLabels(types));
  await pass(1_000);
  const { context, hubspot } = delivering({ labels: [LABELS] }, { lists });
  const types = new AssociationTypes();
  for (const each of [TYPES, newer]) types.want(each, 'Upsell');
  await inVirtualTime(types.read(context));
  expect(hubspot.labels).toHaveLength(2);
  for (const each of [TYPES, newer]) {
    expect(types.meant(each, 'Upsell')).toEqual({ label: 'Upsell', type: type(37) });
  }
});

it('labels that are remembered are not read anew where each is there', async () => {
  const lists = new RememberedLists();
  const earlier = delivering({ labels: [LABELS] }, { lists });
  await inVirtualTime(earlier.client.associationLabels(TYPES));
  await pass(1_000);
  const { context, hubspot } = delivering({}, { lists });
  const types = new AssociationTypes();
  types.want(TYPES, 'Upsell');
  await inVirtualTime(types.read(context));
  expect(hubspot.labels).toEqual([]);
});

it('nothing is read where no label is given by its name', async () => {
  const { context, hubspot } = delivering();
  const types = new AssociationTypes();
  for (const label of ['', 'USER_DEFINED:37']) types.want(TYPES, label);
  await types.read(context);
  expect(hubspot.requests).toEqual([]);
});

describe('where HubSpot does not list the labels', () => {
  const forbidden: Reply = {
    status: 403,
    body: { category: 'MISSING_SCOPES', requiredScopes: ['crm.objects.deals.read'] },
  };

  it.each([
    ['USER_DEFINED:37', { label: 'USER_DEFINED:37', type: type(37) }],
    ['', { label: '' }],
  ])('%j is taken as it is', async (label, meant) => {
    const { types, run } = await read([forbidden]);
    expect(types.meant(TYPES, label)).toEqual(meant);
    expect(run.stopped).toBeUndefined();
  });

  it.each(['Upsell', 'user_defined:37', 'USER_DEFINED:37 ', 'xUSER_DEFINED:3x', 'USER_DEFINED:'])(
    'the name %j cannot be used, and what to grant is told',
    async (label) => {
      const { types } = await read([forbidden]);
      const failure = types.meant(TYPES, label);
      expect(failure).toMatchObject({
        message: expect.stringContaining('HubSpot did not list them') as string,
      });
      expect(failure).toMatchObject({
        message: expect.stringContaining('crm.objects.deals.read') as string,
      });
    },
  );

  it.each<[string, Reply | Error]>([
    ['cannot be reached', networkError('ECONNRESET')],
    ['is in trouble', { status: 503, body: {} }],
    ['does not take the credential', { status: 401, body: {} }],
  ])('because it %s, the run ends', async (_, reply) => {
    const { run } = await read([reply]);
    expect(run.stopped).toBeDefined();
  });

  it('or was not asked, no name is known', () => {
    expect(new AssociationTypes().meant(TYPES, 'Upsell')).toMatchObject({
      message: expect.stringContaining('HubSpot was not asked for them') as string,
    });
    expect(new AssociationTypes().meant(TYPES, 'WORK:7')).toEqual({
      label: 'WORK:7',
      type: type(7, 'WORK'),
    });
  });
});
