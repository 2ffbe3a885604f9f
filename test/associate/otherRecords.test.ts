import { OtherRecords } from '../../nodes/HubspotBatchUpsert/associate/otherRecords';
import { CANCELLED } from '../../nodes/HubspotBatchUpsert/model/fault';
import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { delivering } from '../support/delivering';
import { networkError } from '../support/n8n';
import { complete, found, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const byKey = () => new Target('deals', 'deal_key', undefined);
const byRecordId = () => new Target('deals', 'hs_object_id', undefined);

async function reading(target: Target, keys: string[], read?: Script['read']) {
  const all = delivering({ read }, { settings: { maxRetries: 0 } });
  const records = new OtherRecords();
  for (const key of keys) records.want(target, key);
  await inVirtualTime(records.read(all.context));
  return { ...all, records, ids: keys.map((key) => records.idOf(target, key)) };
}

const refusal = (status: number, body: object = { message: 'no' }): Reply => ({ status, body });

it('each key is asked for once, and tells the id of its record', async () => {
  const target = byKey();
  const stored = found([{ deal_key: 'B' }, { deal_key: 'A' }, { deal_key: 'X' }]);
  const { ids, hubspot } = await reading(target, ['A', 'B', 'A', 'C'], [stored]);
  expect(ids).toEqual(['701', '700', '701', undefined]);
  expect(hubspot.reads).toEqual([['A', 'B', 'C']]);
  expect(hubspot.requests).toMatchObject([
    {
      url: expect.stringContaining('/objects/deals/batch/read') as string,
      body: { idProperty: 'deal_key' },
    },
  ]);
});

it('record ids are found as they are', async () => {
  const stored = complete([{ id: 7 }, { id: '9' }]);
  const { ids, hubspot } = await reading(byRecordId(), ['7', '8'], [stored]);
  expect(ids).toEqual(['7', undefined]);
  expect(hubspot.requests[0]?.body).not.toHaveProperty('idProperty', 'hs_object_id');
});

it('a hundred at a time, each property by itself', async () => {
  const all = delivering();
  const records = new OtherRecords();
  const [one, other] = [byKey(), byRecordId()];
  for (let key = 0; key < 101; key += 1) records.want(one, `D-${key}`);
  records.want(other, '7');
  await inVirtualTime(records.read(all.context));
  expect(all.hubspot.reads.map(({ length }) => length).sort()).toEqual([1, 1, 100]);
});

it('nothing is known of what nobody wanted', () => {
  const records = new OtherRecords();
  const target = byKey();
  expect(records.idOf(target, 'A')).toBeUndefined();
  records.want(target, 'B');
  expect(records.idOf(target, 'A')).toBeUndefined();
  expect(records.idOf(byKey(), 'B')).toBeUndefined();
});

it('a result without an id is none', async () => {
  const stored = complete([{ properties: { deal_key: 'A' } }]);
  expect((await reading(byKey(), ['A'], [stored])).ids).toEqual([undefined]);
});

it('where HubSpot says that there is none of them, there is none', async () => {
  const target = byKey();
  const missing = refusal(404, { category: 'OBJECT_NOT_FOUND', message: 'no' });
  const { ids, run } = await reading(target, ['A'], [missing]);
  expect(ids).toEqual([undefined]);
  expect([run.stopped, target.fault]).toEqual([undefined, undefined]);
});

describe('a target whose records cannot be found', () => {
  it.each<[string, Reply, string]>([
    ['a scope is missing', refusal(403, { category: 'MISSING_SCOPES' }), 'lacks a scope'],
    ['the object type is missing', refusal(400, { message: 'Unable to infer object type from: deals' }), 'no object type "deals"'], // prettier-ignore
    ['HubSpot does not say why', refusal(400, {}), 'did not let the deals to associate with be looked up by "deal_key"'], // prettier-ignore
  ])('has that fault, and the run goes on: %s', async (_, reply, title) => {
    const target = byKey();
    const { ids, run } = await reading(target, ['A'], [reply]);
    expect(ids).toEqual([undefined]);
    expect(target.fault).toMatchObject({
      scope: 'target',
      title: expect.stringContaining(title) as string,
    });
    expect(run.stopped).toBeUndefined();
  });

  it.each<[string, PropertyDefinition[], string]>([
    ['some', [{ name: 'deal_key', hasUniqueValue: true }], 'one of: deal_key, Record ID.'],
    ['none', [], 'one of: Record ID.'],
  ])(
    'whose property is not unique names the parameter, and %s to take instead',
    async (_, has, names) => {
      const definitions = new Map(has.map((definition) => [definition.name, definition]));
      const target = new Target('deals', 'dealname', definitions);
      await reading(target, ['A'], [refusal(400, { message: 'Unable to perform reads by non-unique property dealname' })]); // prettier-ignore
      expect(target.fault?.advice).toBe(`In Associations, set Other ID Property to ${names}`);
    },
  );

  it('of a type that HubSpot does not have names the parameter', async () => {
    const target = byKey();
    await reading(target, ['A'], [refusal(400, { message: 'Unable to infer object type from: deals' })]); // prettier-ignore
    expect(target.fault?.advice).toMatch(
      /^In Associations, choose Other Object Type from the list/,
    );
  });

  it.each<[object, string]>([
    [{ message: 'such a thing' }, 'It said: such a thing'],
    [{}, 'It said: nothing'],
  ])('says what HubSpot said: %j', async (body, advice) => {
    const target = byKey();
    await reading(target, ['A'], [refusal(409, body)]);
    expect(target.fault).toMatchObject({ advice, retryable: false, throws: true });
  });
});

describe('the run ends before anything is written', () => {
  it.each<[string, Reply | Error]>([
    ['the credential is refused', refusal(401, {})],
    ['HubSpot cannot be reached', networkError('ECONNRESET')],
    ['HubSpot is in trouble', refusal(503)],
    ['the answer is none', { status: 200, body: '<html>' }],
  ])('where %s', async (_, reply) => {
    const target = byKey();
    const { run, ids } = await reading(target, ['A'], [reply]);
    expect(run.stopped).toBeDefined();
    expect(target.fault).toBeUndefined();
    expect(ids).toEqual([undefined]);
  });

  it('and nothing is read once it has', async () => {
    const { context, hubspot, run } = delivering();
    run.stop(CANCELLED);
    const records = new OtherRecords();
    records.want(byKey(), 'A');
    await records.read(context);
    expect(hubspot.reads).toEqual([]);
  });
});

it('what HubSpot cannot tell of some just now is its target’s fault, for the moment', async () => {
  const target = byKey();
  const errors = [{ category: 'RATE_LIMITS', message: 'later' }];
  const { run, ids } = await reading(target, ['A', 'B'], [complete([], { errors })]);
  expect(ids).toEqual([undefined, undefined]);
  expect(run.stopped).toBeUndefined();
  expect(target.fault).toMatchObject({
    advice: 'It could not tell of some of them. Run the items again later.',
    retryable: true,
    throws: false,
  });
});
