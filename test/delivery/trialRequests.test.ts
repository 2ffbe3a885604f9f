import { TrialRequests } from '../../nodes/HubspotBatchUpsert/delivery/trialRequests';
import { writeStage } from '../../nodes/HubspotBatchUpsert/write/writeStage';
import { Turns } from '../../nodes/HubspotBatchUpsert/delivery/turns';
import type { Batch } from '../../nodes/HubspotBatchUpsert/model/batch';
import { delivering, endsOf, lineItems, writesOf } from '../support/delivering';
import { allCreated, type SentInput } from '../support/replies';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const none = () => undefined;

const REFUSAL = { status: 400, body: { message: 'no' } };

/** Batches that have not left, of two records each and the last one first, and who is good of them. */
function waiting(batches: number, ...good: string[]) {
  const target = lineItems();
  const ids = [...Array(2 * batches).keys()].map((index) => `K-${index}`);
  const writes = writesOf(target, ...ids);
  const unsent: Batch[] = Array.from({ length: batches }, (_, index) => ({
    target,
    members: writes.slice(2 * index, 2 * index + 2),
  })).reverse();
  const answer = (inputs: SentInput[]) =>
    inputs.every(({ id }) => good.includes(id)) ? allCreated(inputs) : REFUSAL;
  const all = delivering({ upsert: [answer] }, { items: ids.length, settings: { maxRetries: 0 } });
  const trials = new TrialRequests(unsent, new Turns(), writeStage(all.context));
  const left = () => unsent.map((batch) => batch.members.map(({ id }) => id));
  return { ...all, target, writes, unsent, trials, left };
}

it('where HubSpot takes none, one of the last batch, one of the middle and one of the next are spent', async () => {
  const { trials, target, hubspot, run, left } = waiting(5);
  expect(await inVirtualTime(trials.pass(target, none))).toBe(false);
  expect(hubspot.upserts).toEqual([['K-9'], ['K-5'], ['K-1']]);
  expect(left()).toEqual([['K-8'], ['K-6', 'K-7'], ['K-4'], ['K-2', 'K-3'], ['K-0']]);
  expect(run.ledger.failureOf(9)).toMatchObject({ message: 'no', attempted: true });
});

it('the first that HubSpot takes is enough, and the failures of the others are forgotten', async () => {
  const { trials, target, hubspot, left } = waiting(3, 'K-3');
  for (let refusal = 0; refusal < 3; refusal += 1) target.breaker.countRefusal();
  expect(await inVirtualTime(trials.pass(target, none))).toBe(true);
  expect(hubspot.upserts).toEqual([['K-5'], ['K-3']]);
  expect(left()).toEqual([['K-4'], ['K-2'], ['K-0', 'K-1']]);
  expect(target.breaker.isSuspicious).toBe(false);
});

it('one of the failing batch itself comes first', async () => {
  const { trials, target, hubspot, unsent, writes } = waiting(1, 'K-0');
  unsent.pop();
  expect(await inVirtualTime(trials.pass(target, () => writes[0]))).toBe(true);
  expect(hubspot.upserts).toEqual([['K-0']]);
});

it('a batch that leaves meanwhile is left alone', async () => {
  const { run, target, unsent, writes, ...all } = waiting(3);
  const gone: Batch[] = [];
  const stage = writeStage(all.context);
  const send = async (batch: Batch) => {
    gone.push(...unsent.splice(-2));
    return await stage.send(batch);
  };
  const trials = new TrialRequests(unsent, new Turns(), { ...stage, send });
  await inVirtualTime(trials.pass(target, none));
  expect(gone.map(({ members }) => members.length)).toEqual([2, 2]);
  expect(all.hubspot.upserts).toEqual([['K-5']]);
});

it('a batch of which nothing is left is not sent', async () => {
  const { trials, target, unsent } = waiting(1);
  unsent[0]!.members.pop();
  await inVirtualTime(trials.pass(target, none));
  expect(unsent).toEqual([]);
});

it('those of other targets are left alone', async () => {
  const { trials, hubspot } = waiting(3);
  expect(await inVirtualTime(trials.pass(lineItems(), none))).toBe(false);
  expect(hubspot.upserts).toEqual([]);
});

it('who asks meanwhile gets the same answer, and who would send knows of it', async () => {
  const { trials, target, hubspot } = waiting(3, 'K-5');
  const first = trials.pass(target, none);
  expect(trials.endOf(target)).toBeDefined();
  const second = trials.pass(target, none);
  expect(await inVirtualTime(Promise.all([first, second]))).toEqual([true, true]);
  expect(hubspot.upserts).toEqual([['K-5']]);
  expect(trials.endOf(target)).toBeUndefined();
});

it('a record with which the node fails on its way may be written', async () => {
  const { trials, target, run, writes } = waiting(1);
  run.ledger.settle([1], () => ({ hubspot: { outcome: 'created' } }));
  writes[1]!.indexes.push(0);
  await expect(inVirtualTime(trials.pass(target, none))).rejects.toThrow('second outcome');
  expect(run.ledger.unsettled()).toEqual([0]);
});

it('without what HubSpot refused by name a record is sent once more', async () => {
  const errors = [{ code: 'INVALID_OPTION', context: { propertyName: ['name'] }, message: 'no' }];
  const target = lineItems();
  const [write] = writesOf(target, 'A');
  const all = delivering(
    { upsert: [{ status: 400, body: { message: 'no', errors } }, allCreated] },
    { items: 1, settings: { maxRetries: 0, invalidValues: 'leaveOut' } },
  );
  const trials = new TrialRequests([], new Turns(), writeStage(all.context));
  expect(await inVirtualTime(trials.pass(target, () => write))).toBe(true);
  expect(all.hubspot.upserts).toEqual([['A'], ['A']]);
  expect(endsOf(all.run)).toEqual(['created']);
});

it('no second record is taken for a trial that is under way', async () => {
  const { trials, target, hubspot, unsent, writes } = waiting(1, 'K-0');
  unsent.pop();
  const taken: string[] = [];
  const take = (place: number) => () => {
    taken.push(writes[place]!.id);
    return writes[place];
  };
  const both = Promise.all([trials.pass(target, take(0)), trials.pass(target, take(1))]);
  expect(await inVirtualTime(both)).toEqual([true, true]);
  expect(taken).toEqual(['K-0']);
  expect(hubspot.upserts).toEqual([['K-0']]);
});
