import type { INodeParameters } from 'n8n-workflow';
import { writtenOf } from '../../support/accounted';
import { associations, linkedDeals, putDeals } from '../../support/associations';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const KEY = 'invoice_line_key';
const SKIPPED = /1 item was skipped, and what it asks to be associated with was left alone, too/;

/** A record that was created, and whose association HubSpot did not answer for. */
async function createdAlone(options: INodeParameters = {}) {
  const sandbox = await sandboxForTest();
  const [deal = ''] = putDeals(sandbox, 1);
  const credential = serviceKeyOf(sandbox);
  const create = async (json: object, more: INodeParameters = {}) => {
    const parameters = {
      ...associations({}),
      operation: 'create',
      options: { maxRetries: 0, ...options },
      ...more,
    };
    return await upsert({ items: [{ ...json }], credential, parameters });
  };
  sandbox.faults.add({
    match: { path: '/associations/', times: 1 },
    do: { kind: 'status', status: 503 },
  });
  const { error } = await create({ [KEY]: 'A', deal });
  const item = error[0]!.json;
  expect(item.hubspotError).toMatchObject({ stage: 'associate', retryable: true });
  return { sandbox, create, item, deal };
}

it.each<[string, INodeParameters]>([
  ['Create', {}],
  ['Create or Update', { operation: 'upsert' }],
  ['Update', { operation: 'update' }],
])('with %s a record that was written and not associated is associated', async (_, operation) => {
  const { sandbox, create, item } = await createdAlone();
  const again = await create(item, operation);
  expect(again.error).toEqual([]);
  expect(linkedDeals(sandbox)).toEqual({ A: ['D-0'] });
  expect(writtenOf(again)).toMatchObject([{ associations: [{ toObjectType: 'deals' }] }]);
  expect(again.hints.map(({ message }) => message).join()).not.toMatch(SKIPPED);
});

it('with Create it is told as skipped, with its associations', async () => {
  const { create, item, deal } = await createdAlone();
  expect(writtenOf(await create(item))).toMatchObject([
    { outcome: 'skipped', reason: 'exists', associations: [{ toId: deal }] },
  ]);
});

it('with Create it is associated, however often it failed in between', async () => {
  const { sandbox, create, item } = await createdAlone();
  const fails = async (path: string, json: object) => {
    sandbox.faults.add({ match: { path, times: 1 }, do: { kind: 'status', status: 503 } });
    const { error } = await create(json);
    return error[0]!.json;
  };
  const unread = await fails('/batch/read', item);
  expect(unread.hubspotError).not.toMatchObject({ stage: 'associate' });
  const notAssociated = await fails('/associations/', unread);
  expect(notAssociated.hubspotError).toMatchObject({ stage: 'associate' });
  expect((await create(notAssociated)).error).toEqual([]);
  expect(linkedDeals(sandbox)).toEqual({ A: ['D-0'] });
});

it('a dry run says what would be made', async () => {
  const { sandbox, create, item, deal } = await createdAlone({ dryRun: false });
  const again = await create(item, { options: { dryRun: true } });
  expect(writtenOf(again)).toMatchObject([{ outcome: 'skipped', associations: [{ toId: deal }] }]);
  expect(linkedDeals(sandbox)).toEqual({});
});

it('an item that stands for another record by now is not meant', async () => {
  const { sandbox, create, item } = await createdAlone();
  await create({ [KEY]: 'B' }, { associations: {} });
  const again = await create({ ...item, [KEY]: 'B' });
  expect(writtenOf(again)).toMatchObject([{ outcome: 'skipped', reason: 'exists' }]);
  expect(linkedDeals(sandbox)).toEqual({});
});

it('a record that is gone by now is skipped, and not associated', async () => {
  const { sandbox, create, item } = await createdAlone();
  sandbox.store.remove('line_items', String((item.hubspot as { id: unknown }).id));
  const again = await create(item, { operation: 'update' });
  expect(writtenOf(again)).toMatchObject([{ outcome: 'skipped', reason: 'missing' }]);
  expect(again.error).toEqual([]);
});

it('a record that somebody else made is left alone, and the hint says so', async () => {
  const { sandbox, create, deal } = await createdAlone();
  const again = await create({ [KEY]: 'A', deal });
  expect(writtenOf(again)).toMatchObject([{ outcome: 'skipped', reason: 'exists' }]);
  expect(linkedDeals(sandbox)).toEqual({});
  expect(again.hints.map(({ message }) => message).join()).toMatch(SKIPPED);
});
