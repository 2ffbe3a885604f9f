import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { decideWrites } from '../../nodes/HubspotBatchUpsert/write/decideWrites';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { complete, found, ok, searched } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';
import { writeOf } from '../support/write';

useVirtualTime();

async function deciding(script: Script, writes: RecordWrite[], settings: Partial<Settings> = {}) {
  const all = delivering(script, {
    items: writes.length,
    settings: { maxRetries: 0, ...settings },
  });
  const target = writes[0]!.target;
  const { decided: toWrite } = await inVirtualTime(decideWrites(writes, target, all.context));
  return { ...all, ids: toWrite.map(({ id }) => id) };
}

const holding = (name: string) => found([{ sku: 'A', name }]);
const one = (target = lineItems()) => writesOf(target, 'A');

it('a plain upsert reads nothing', async () => {
  const writes = one();
  const { hubspot, ids } = await deciding({}, writes);
  expect([hubspot.requests, ids]).toEqual([[], ['A']]);
  expect(writes[0]).toMatchObject({ operation: 'upsert' });
  expect(writes[0]!.recordId).toBeUndefined();
});

describe('by record id', () => {
  const byId = () => new Target('line_items', 'hs_object_id', undefined);

  it('a plain upsert reads nothing and updates', async () => {
    const writes = writesOf(byId(), '7');
    const { hubspot } = await deciding({}, writes);
    expect(hubspot.requests).toEqual([]);
    expect(writes[0]).toMatchObject({ operation: 'update', recordId: '7' });
  });

  it('an update of nothing is read instead, since HubSpot would refuse it', async () => {
    const read = [complete([{ id: '7', properties: { hs_object_id: '7' } }])];
    const { hubspot, ids, run } = await deciding({ read }, [writeOf('7', {}, { target: byId() })]);
    expect([hubspot.reads, ids]).toEqual([[['7']], []]);
    expect(endsOf(run)[0]).toBe('unchanged');
  });

  it('a record that is not there is told', async () => {
    const { run } = await deciding({}, [writeOf('7', {}, { target: byId() })]);
    expect(failureOf(run, 0)).toMatchObject({ category: 'RECORD_NOT_FOUND' });
  });
});

it('what is decided already stays, and is not read', async () => {
  const writes = writesOf(lineItems(), 'A', 'B');
  writes[0]!.operation = 'create';
  const { hubspot, ids } = await deciding({}, writes, { operation: 'create' });
  expect(hubspot.reads).toEqual([['B']]);
  expect(ids).toEqual(['A', 'B']);
});

it('only the key is read where values are not compared', async () => {
  const { hubspot } = await deciding({}, one(), { operation: 'create' });
  expect(hubspot.requests[0]?.body).toMatchObject({ properties: ['sku'] });
});

it('what differs is sent, and all that was asked for is kept', async () => {
  const write = writeOf('A', { name: 'Held', price: '2' }, { target: lineItems() });
  const { hubspot } = await deciding({ read: [holding('Held')] }, [write], { skipUnchanged: true });
  expect(hubspot.requests[0]?.body).toMatchObject({ properties: ['name', 'price', 'sku'] });
  expect(write).toMatchObject({
    ...{ operation: 'update', recordId: '700', properties: { price: '2' } },
    ...{ asked: { name: 'Held', price: '2' }, changes: { price: { from: null, to: '2' } } },
  });
  expect(write.properties).not.toHaveProperty('name');
});

it('a record that is decided anew is read with all that it asks for', async () => {
  const asked = { name: 'Name A', price: '2' };
  const write = writeOf('A', { price: '2' }, { target: lineItems(), asked });
  const { hubspot } = await deciding({}, [write], { existingValues: 'keep' });
  expect(hubspot.requests[0]?.body).toMatchObject({ properties: ['name', 'price', 'sku'] });
  expect(write).toMatchObject({ operation: 'create', properties: asked, asked });
  expect(write.recordId).toBeUndefined();
});

it('a record is found as it stands before it gets a new key', async () => {
  const write = writeOf('OLD', { sku: 'NEW' }, { target: lineItems() });
  const { hubspot } = await deciding({}, [write], { operation: 'update' });
  expect(hubspot.reads).toEqual([['OLD']]);
});

it('what is left alone has its outcome, and is not to be written', async () => {
  const { ids, run } = await deciding({ read: [holding('x')] }, writesOf(lineItems(), 'A', 'B'), {
    operation: 'create',
  });
  expect(ids).toEqual(['B']);
  expect(run.ledger.entry(0)).toMatchObject({
    hubspot: { outcome: 'skipped', reason: 'exists', id: '700' },
  });
});

describe('where HubSpot does not answer for all', () => {
  const no = { status: 500, body: {} };

  it('a record that was found is decided, and the others are not written', async () => {
    const partly = { ...holding('x'), status: 207 };
    partly.body = { ...(partly.body as object), errors: [{ category: 'RATE_LIMITS' }] };
    const { ids, run } = await deciding({ read: [partly] }, writesOf(lineItems(), 'A', 'B'), {
      operation: 'update',
    });
    expect(ids).toEqual(['A']);
    expect(failureOf(run, 1)).toMatchObject({
      ...{ category: 'NOT_ATTEMPTED', stage: 'read', attempted: false, retryable: true },
      message: expect.stringMatching(/could not tell just now/) as string,
    });
  });

  it('no record that was searched is decided, since there may be another one', async () => {
    const byName = new Target('deals', 'dealname', undefined, 'search');
    const page = searched([['7', { dealname: 'A' }]]);
    const more = { ...(page.body as object), paging: { next: { after: '200' } } };
    const writes = writesOf(byName, 'A', 'B');
    const { ids, run } = await deciding({ search: [ok(more), no] }, writes);
    expect(ids).toEqual([]);
    expect(endsOf(run)).toEqual(['NETWORK', 'NETWORK']);
    expect(failureOf(run, 0)).toMatchObject({ stage: 'read', attempted: false });
  });

  it('a refusal of the credential ends the run', async () => {
    const { run } = await deciding({ read: [{ status: 401, body: {} }] }, one(), { dryRun: true });
    expect(run.stopped?.title).toBe('HubSpot does not accept the credential');
    expect(failureOf(run, 0)).toMatchObject({ httpStatus: 401, stage: 'read', attempted: false });
  });

  it('a fault of the target is the target’s', async () => {
    const body = { message: 'Unable to infer object type from: line_itemz' };
    const writes = one();
    const { run } = await deciding({ read: [{ status: 400, body }] }, writes, { dryRun: true });
    expect(writes[0]!.target.fault?.title).toMatch(/no object type/);
    expect(run.stopped).toBeUndefined();
  });

  it('nothing is said of HubSpot where it was not asked any more', async () => {
    const all = delivering({}, { items: 1, cancelSignal: AbortSignal.abort() });
    const context = { ...all.context, settings: { ...all.context.settings, dryRun: true } };
    const writes = one();
    await inVirtualTime(decideWrites(writes, writes[0]!.target, context));
    expect(failureOf(all.run, 0)).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false });
    expect(all.hubspot.requests).toEqual([]);
  });
});

describe('a dry run', () => {
  it('settles what would be done, and leaves nothing to write', async () => {
    const writes = writesOf(lineItems(), 'A', 'B');
    const { ids, run } = await deciding({ read: [holding('x')] }, writes, { dryRun: true });
    expect(ids).toEqual([]);
    expect(endsOf(run)).toEqual(['wouldUpdate', 'wouldCreate']);
    expect(run.ledger.entry(0)).toMatchObject({
      hubspot: { id: '700', changes: { name: { from: 'x', to: 'Name A' } } },
    });
  });

  it('goes by what the earlier writes of a sequence would leave', async () => {
    const target = lineItems();
    const sequence = { isUnconfirmed: false };
    const all = delivering({}, { items: 2, settings: { dryRun: true, skipUnchanged: true } });
    for (const index of [0, 1]) {
      const write = writeOf('A', { name: 'x' }, { target, sequence, indexes: [index] });
      await inVirtualTime(decideWrites([write], target, all.context));
    }
    expect(endsOf(all.run)).toEqual(['wouldCreate', 'unchanged']);
  });
});

describe('a record whose writing HubSpot’s store contradicted', () => {
  const failure = ownFailure('INVALID_VALUE', 'it exists');
  const against = (...operations: Array<'create' | 'update'>) =>
    operations.map((operation) => ({ operation, failure, isShared: false }));

  it('is written the other way where the store now shows it', async () => {
    const write = writeOf('A', { name: 'x' }, { target: lineItems() });
    write.contradictions = against('create');
    const { ids } = await deciding({ read: [holding('y')] }, [write], { existingValues: 'keep' });
    expect(ids).toEqual([]);
    const other = writeOf('A', { note: 'x' }, { target: lineItems() });
    other.contradictions = against('create');
    await deciding({ read: [holding('y')] }, [other], { existingValues: 'keep' });
    expect(other.operation).toBe('update');
  });

  it('has HubSpot’s word where it would be written in the same way', async () => {
    const write = writeOf('A', { name: 'x' }, { target: lineItems() });
    write.contradictions = against('create');
    const { ids, run } = await deciding({}, [write], { operation: 'create' });
    expect([ids, failureOf(run, 0).message]).toEqual([[], 'it exists']);
  });

  it('has that word with a doubt, where an earlier answer was lost', async () => {
    const write = writeOf('A', { name: 'x' }, { target: lineItems() });
    const refusal = { ...failure, httpStatus: 409 };
    write.contradictions = [{ operation: 'create', failure: refusal, isShared: false }];
    write.mayBeWritten = true;
    const { run } = await deciding({}, [write], { operation: 'create' });
    expect(failureOf(run, 0).message).toBe(
      'it exists. An earlier request for it got no answer and may still reach HubSpot',
    );
  });

  it('is sent again where others were refused with it', async () => {
    const write = writeOf('A', { name: 'x' }, { target: lineItems() });
    write.contradictions = [{ operation: 'update', failure, isShared: true }];
    expect(
      (await deciding({ read: [holding('y')] }, [write], { operation: 'update' })).ids,
    ).toEqual(['A']);
  });

  it.each([
    [3, ['A']],
    [4, []],
  ])('after %i of them: %j is written', async (count, ids) => {
    const write = writeOf('A', { name: 'x' }, { target: lineItems() });
    const operations = ['update', 'update', 'update', 'update'] as const;
    write.contradictions = against(...operations.slice(0, count));
    expect((await deciding({}, [write], { operation: 'create' })).ids).toEqual(ids);
  });
});
