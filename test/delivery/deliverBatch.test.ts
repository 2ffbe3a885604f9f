import { deliverBatch } from '../../nodes/HubspotBatchUpsert/delivery/deliverBatch';
import { Turns } from '../../nodes/HubspotBatchUpsert/delivery/turns';
import { writeStage } from '../../nodes/HubspotBatchUpsert/write/writeStage';
import type { Batch } from '../../nodes/HubspotBatchUpsert/model/batch';
import type { WriteContext } from '../../nodes/HubspotBatchUpsert/write/writeContext';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { traced } from '../support/refusals';
import { allCreated, type Reply, type SentInput } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, pass, untilIdle, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const keys = (count: number) => Array.from({ length: count }, (_, index) => `K-${index}`);
const refusal = (status: number, body: object = { message: 'no' }): Reply => ({ status, body });
const LIMIT = refusal(429, { policyName: 'DAILY' });

/** A HubSpot that refuses every batch with a bad record in it, and names nobody. */
const refusing =
  (...bad: string[]) =>
  (inputs: SentInput[]) =>
    inputs.some(({ id }) => bad.includes(id)) ? refusal(422) : allCreated(inputs);

const upsertBatch = (batch: Batch, context: WriteContext, turns: Turns) =>
  deliverBatch(batch, writeStage(context), context.run, turns);

async function delivered(ids: string[], script: Script) {
  const target = lineItems();
  const writes = writesOf(target, ...ids);
  const all = delivering(script, { items: ids.length, settings: { maxRetries: 0 } });
  await inVirtualTime(upsertBatch({ target, members: writes }, all.context, new Turns()));
  return { ...all, target, requests: all.hubspot.upserts };
}

it('a batch that HubSpot takes is one request', async () => {
  const { run, requests } = await delivered(keys(3), {});
  expect(requests).toEqual([keys(3)]);
  expect(endsOf(run)).toEqual(['created', 'created', 'created']);
});

describe('a batch of which HubSpot names the bad record', () => {
  it('is sent again without it', async () => {
    const body = { category: 'BAD', message: 'no', ...traced('trace-K-1') };
    const { run, requests } = await delivered(keys(3), {
      upsert: [refusal(400, body), allCreated],
    });
    expect(requests).toEqual([keys(3), ['K-0', 'K-2']]);
    expect(endsOf(run)).toEqual(['created', 'BAD', 'created']);
  });

  it('is sent as often as HubSpot names another one', async () => {
    const naming = (id: string) => refusal(400, { category: 'BAD', ...traced(`trace-${id}`) });
    const upsert = [naming('K-1'), naming('K-3'), naming('K-0'), allCreated];
    const { run, requests } = await delivered(keys(4), { upsert });
    expect(requests).toEqual([keys(4), ['K-0', 'K-2', 'K-3'], ['K-0', 'K-2'], ['K-2']]);
    expect(endsOf(run)).toEqual(['BAD', 'BAD', 'created', 'BAD']);
  });
});

it('a batch that is too large is sent in halves, the first one first', async () => {
  const upTo = (most: number) => (inputs: SentInput[]) =>
    inputs.length > most ? refusal(413) : allCreated(inputs);
  const { run, requests } = await delivered(keys(5), { upsert: [upTo(2)] });
  expect(requests).toEqual([
    keys(5),
    ['K-0', 'K-1', 'K-2'],
    ['K-0', 'K-1'],
    ['K-2'],
    ['K-3', 'K-4'],
  ]);
  expect(endsOf(run)).toEqual(Array(5).fill('created'));
});

describe('a batch of which HubSpot names nobody', () => {
  it.each([
    [2, ['K-0']],
    [2, ['K-0', 'K-1']],
    [7, ['K-6']],
    [20, ['K-3', 'K-4', 'K-17']],
    [20, keys(20)],
  ])('is searched: of %i these are bad: %j, and nobody is written twice', async (count, bad) => {
    const script = { upsert: [refusing(...bad)] };
    const { run, requests } = await delivered(keys(count), script);
    expect(endsOf(run)).toEqual(
      keys(count).map((id) => (bad.includes(id) ? 'INVALID_VALUE' : 'created')),
    );
    const taken = requests.filter((ids) => !ids.some((id) => bad.includes(id))).flat();
    expect(taken.sort()).toEqual(
      keys(count)
        .filter((id) => !bad.includes(id))
        .sort(),
    );
    const refusedAlone = requests.filter((ids) => ids.length === 1 && bad.includes(ids[0]!));
    expect(refusedAlone.flat().sort()).toEqual([...bad].sort());
    expect(failureOf(run, Number(bad[0]!.slice(2)))).toMatchObject({
      message: 'no',
      retryable: false,
    });
  });

  it('is searched in few requests where few are bad', async () => {
    const { requests } = await delivered(keys(100), { upsert: [refusing('K-50')] });
    expect(requests.length).toBeLessThanOrEqual(1 + 2 + 2 * Math.log2(100));
  });

  it('goes on where a group is refused with a name', async () => {
    const upsert = [
      refusal(422),
      refusal(400, { category: 'BAD', ...traced('trace-K-1') }),
      refusing('K-4'),
    ];
    const { run, requests } = await delivered(keys(6), { upsert });
    const [whole, group, withoutNamed] = requests;
    expect(whole).toEqual(keys(6));
    expect(group).toContain('K-1');
    expect(group!.length).toBeGreaterThan(1);
    expect(withoutNamed).toEqual(group!.filter((id) => id !== 'K-1'));
    expect(endsOf(run)).toEqual([
      'created',
      'BAD',
      'created',
      'created',
      'INVALID_VALUE',
      'created',
    ]);
  });

  it('knows nothing of the rest of the refusedTogether where a group is refused with a name', async () => {
    const named = refusal(400, { category: 'BAD', ...traced('trace-K-1') });
    const { requests } = await delivered(keys(6), { upsert: [refusal(422), named, allCreated] });
    expect(requests).toEqual([keys(6), ['K-0', 'K-1'], ['K-0'], ['K-2', 'K-3'], ['K-4', 'K-5']]);
  });

  it('is left where the run ends, and all that may be written are looked for at once', async () => {
    const target = lineItems();
    const { context, run, hubspot } = delivering(
      { upsert: [refusal(500), refusal(422), LIMIT] },
      { items: 20, settings: { maxRetries: 1 } },
    );
    const writes = writesOf(target, ...keys(20));
    await inVirtualTime(upsertBatch({ target, members: writes }, context, new Turns()));
    expect(run.ledger.unsettled()).toEqual([]);
    const [, , tested] = hubspot.upserts;
    expect(hubspot.reads).toEqual([tested, keys(20).slice(tested!.length)]);
  });

  it('is left where the run ends: everybody has what HubSpot said of the batch', async () => {
    const upsert = [refusal(422, { category: 'BAD', message: 'no' }), allCreated, LIMIT];
    const { run, requests } = await delivered(keys(20), { upsert });
    expect(requests).toHaveLength(3);
    const ends = endsOf(run);
    const [, written, stopped] = requests;
    expect(written!.map((id) => ends[Number(id.slice(2))])).toEqual(written!.map(() => 'created'));
    const left = keys(20).filter((id) => !written!.includes(id) && !stopped!.includes(id));
    expect(left.length).toBeGreaterThan(0);
    for (const id of left) {
      expect(failureOf(run, Number(id.slice(2)))).toMatchObject({
        category: 'BAD',
        message: expect.stringMatching(/the run ended before it was sent again/) as string,
        retryable: true,
      });
    }
  });

  it('is left where its target has a fault of its own', async () => {
    const noSuchType = refusal(400, { message: 'Unable to infer object type from: x' });
    const { run, requests, target } = await delivered(keys(20), {
      upsert: [refusal(422), noSuchType],
    });
    expect(requests).toHaveLength(2);
    expect(target.fault).toBeDefined();
    expect(run.stopped).toBeUndefined();
    expect(run.ledger.unsettled()).toEqual([]);
    const tested = requests[1]!.length;
    expect(failureOf(run, 0).message).toMatch(/no object type/);
    expect(failureOf(run, tested).message).toMatch(/the run ended before it was sent again/);
  });
});

describe('turns of those who search', () => {
  const settings = { maxRetries: 0 };

  /** A target of which HubSpot took nothing lately. */
  function suspiciousTarget() {
    const target = lineItems();
    for (let refusal = 1; refusal <= 2; refusal += 1) target.breaker.countRefusal();
    return target;
  }

  /** Two batches of two bad records each, delivered at once. */
  function twoBatches(script: Script) {
    const target = suspiciousTarget();
    const all = delivering(script, { items: 5, settings });
    const [a, b, c, d] = writesOf(target, 'A', 'B', 'C', 'D');
    const turns = new Turns();
    const deliver = () =>
      Promise.all(
        [
          [a!, b!],
          [c!, d!],
        ].map((writes) => upsertBatch({ target, members: writes }, all.context, turns)),
      );
    return { ...all, target, turns, deliver };
  }
  const BOTH = [
    ['A', 'B'],
    ['C', 'D'],
  ];

  it('are one after the other as long as HubSpot takes nothing', async () => {
    const { hubspot, deliver, run } = twoBatches({ upsert: [refusal(422)] });
    await inVirtualTime(deliver());
    expect(hubspot.upserts).toEqual([...BOTH, ['A'], ['B'], ['C'], ['D']]);
    expect(run.ledger.unsettled()).toEqual([4]);
  });

  it('are given up as soon as HubSpot takes something of the batch', async () => {
    const target = suspiciousTarget();
    const { context, hubspot } = delivering(
      { upsert: [refusal(422), refusal(422), allCreated, refusal(422)] },
      { items: 6, settings },
    );
    const writes = writesOf(target, ...keys(6));
    const turns = new Turns();
    const halves = [writes.slice(0, 3), writes.slice(3)];
    await inVirtualTime(
      Promise.all(halves.map((half) => upsertBatch({ target, members: half }, context, turns))),
    );
    const alone = hubspot.upserts.slice(2).map(([id]) => id);
    expect(alone.indexOf('K-3')).toBeLessThan(alone.indexOf('K-2'));
    expect(hubspot.upserts).toHaveLength(8);
  });

  it('are not needed where HubSpot took something lately', async () => {
    const { context, hubspot } = delivering({ upsert: [refusal(422)] }, { items: 2, settings });
    const target = lineItems();
    const turns = new Turns();
    const endTurn = await turns.take();
    await inVirtualTime(
      upsertBatch({ target, members: writesOf(target, 'A', 'B') }, context, turns),
    );
    expect(hubspot.upserts).toEqual([['A', 'B'], ['A'], ['B']]);
    endTurn!();
  });

  it('are not waited for any longer when HubSpot takes something', async () => {
    const { hubspot, deliver, turns, target } = twoBatches({ upsert: [refusal(422)] });
    const endTurn = await turns.take();
    const delivery = deliver();
    await pass(1_000);
    expect(hubspot.upserts).toEqual(BOTH);
    target.breaker.reset();
    turns.letAllGo();
    await inVirtualTime(delivery);
    expect(hubspot.upserts).toHaveLength(6);
    endTurn!();
  });

  it('are waited for before anything is sent', async () => {
    const { hubspot, deliver, turns } = twoBatches({ upsert: [refusal(422)] });
    const endTurn = await turns.take();
    const delivery = deliver();
    await pass(1_000);
    expect(hubspot.upserts).toEqual(BOTH);
    endTurn!();
    await inVirtualTime(delivery);
    expect(hubspot.upserts).toHaveLength(6);
  });

  it('end also where the search does', async () => {
    const { deliver, turns, hubspot } = twoBatches({ upsert: [refusal(422), refusal(422), LIMIT] });
    await inVirtualTime(deliver());
    expect(hubspot.upserts).toHaveLength(3);
    let hasTurn = false;
    void turns.take().then(() => (hasTurn = true));
    await untilIdle();
    expect(hasTurn).toBe(true);
  });

  it('end also where the node fails amid its own', async () => {
    const target = suspiciousTarget();
    const { context, run } = delivering({ upsert: [refusal(422)] }, { items: 2, settings });
    const turns = new Turns();
    const writes = writesOf(target, 'A', 'B');
    const delivery = upsertBatch({ target, members: writes }, context, turns);
    run.ledger.settle([1], () => ({ hubspot: { outcome: 'created' } }));
    run.ledger.holdsWritten = false;
    await inVirtualTime(delivery);
    expect(run.stopped?.title).toContain('second outcome');
    let hasTurn = false;
    void turns.take().then(() => (hasTurn = true));
    await untilIdle();
    expect(hasTurn).toBe(true);
  });
});
