import { deliverBatches } from '../../nodes/HubspotBatchUpsert/delivery/deliverBatches';
import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import type { Batch } from '../../nodes/HubspotBatchUpsert/model/batch';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import type { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { writeStage } from '../../nodes/HubspotBatchUpsert/write/writeStage';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import {
  allCreated,
  allUpdated,
  complete,
  found,
  resultFor,
  type Reply,
  type SentInput,
} from '../support/replies';
import { later, type Script } from '../support/scriptedHubspot';
import { inVirtualTime, pass, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const refusal = (status: number, body: object = {}): Reply => ({ status, body });
const keys = (count: number) => Array.from({ length: count }, (_, index) => `K-${index}`);

/** HubSpot finds line items by SKU, as their definitions say. */
const unique: PropertyDefinition = { name: 'sku', hasUniqueValue: true };
const knownToTake = (definition = unique) => lineItems(new Map([[definition.name, definition]]));

/** Each record in a batch of its own, or so many in each. */
function batchesOf(target: Target, ids: string[], size = 1): Batch[] {
  const writes = writesOf(target, ...ids);
  const batches: Batch[] = [];
  while (writes.length > 0) batches.push({ target, members: writes.splice(0, size) });
  return batches;
}

function begun(rounds: Batch[][], script: Script, maxConcurrency = 1) {
  const items = rounds.flat().flatMap(({ members }) => members).length;
  const all = delivering(script, { items, settings: { maxRetries: 0 } });
  return {
    ...all,
    delivery: deliverBatches({ rounds, maxConcurrency }, writeStage(all.context), all.context),
  };
}

async function delivered(rounds: Batch[][], script: Script = {}, maxConcurrency = 1) {
  const all = begun(rounds, script, maxConcurrency);
  await inVirtualTime(all.delivery);
  return { ...all, requests: all.hubspot.upserts };
}

it('every batch is sent, in their order, and taken out of the list', async () => {
  const rounds = [batchesOf(lineItems(), keys(5), 2)];
  const { run, requests } = await delivered(rounds);
  expect(requests).toEqual([['K-0', 'K-1'], ['K-2', 'K-3'], ['K-4']]);
  expect(endsOf(run)).toEqual(Array(5).fill('created'));
  expect(rounds).toEqual([[]]);
});

it('nothing is sent where there is nothing', async () => {
  expect((await delivered([])).requests).toEqual([]);
  expect((await delivered([[]])).requests).toEqual([]);
});

describe('at the same time', () => {
  it('as many are sent as may be, and the next one when one is done', async () => {
    const answers = keys(4).map(() => later());
    const upsert = answers.map(({ answer }) => answer);
    const { hubspot, delivery, run } = begun([batchesOf(knownToTake(), keys(4))], { upsert }, 2);
    await pass(1_000);
    expect(hubspot.upserts).toEqual([['K-0'], ['K-1']]);
    answers[1]!.give(complete([]));
    await pass(1_000);
    expect(hubspot.upserts).toEqual([['K-0'], ['K-1'], ['K-2']]);
    for (const { give } of answers) give(complete([]));
    await inVirtualTime(delivery);
    expect(run.ledger.unsettled()).toEqual([]);
  });

  it.each<[string, Target]>([
    ['nothing is known of its properties', lineItems()],
    ['HubSpot has no such property', knownToTake({ name: 'other', hasUniqueValue: true })],
    ['the property is not unique', knownToTake({ name: 'sku' })],
  ])('one goes ahead alone where %s', async (_, target) => {
    const { answer, give } = later();
    const script = { upsert: [answer, allCreated] };
    const { hubspot, delivery } = begun([batchesOf(target, keys(4))], script, 3);
    await pass(1_000);
    expect(hubspot.upserts).toEqual([['K-0']]);
    give(refusal(422, { message: 'no' }));
    await inVirtualTime(delivery);
    expect(hubspot.upserts).toHaveLength(4);
  });

  it('once one has come back, others follow as many as may be', async () => {
    const answers = keys(3).map(() => later());
    const upsert = [allCreated, ...answers.map(({ answer }) => answer)];
    const { hubspot, delivery } = begun([batchesOf(lineItems(), keys(4))], { upsert }, 2);
    await pass(1_000);
    expect(hubspot.upserts).toEqual([['K-0'], ['K-1'], ['K-2']]);
    for (const { give } of answers) give(complete([]));
    await inVirtualTime(delivery);
    expect(hubspot.upserts).toHaveLength(4);
  });

  it('batches that cannot leave yet are not taken up', async () => {
    const tooMany = { status: 429, body: {}, headers: { 'retry-after': '30' } };
    const batches = batchesOf(knownToTake(), keys(10));
    const { delivery, hubspot } = begun([batches], { upsert: [tooMany, allCreated] }, 10);
    await pass(1_000);
    expect(hubspot.upserts).toEqual([['K-0']]);
    expect(batches.length).toBeGreaterThanOrEqual(7);
    await inVirtualTime(delivery);
    expect(hubspot.upserts).toHaveLength(10);
  });
});

it('each batch is told of when all its outcomes are known, whatever they are', async () => {
  const slow = later();
  const upsert = [slow.answer, refusal(422), allCreated];
  const [a, b, c] = batchesOf(knownToTake(), keys(3));
  const { context, run } = delivering({ upsert }, { items: 3, settings: { maxRetries: 0 } });
  const told: string[] = [];
  const onSettled = (writes: readonly RecordWrite[]) => {
    for (const { id, indexes } of writes) {
      told.push(`${id}: ${run.ledger.unsettled().includes(indexes[0]!) ? 'open' : 'settled'}`);
    }
  };
  const delivery = deliverBatches(
    { rounds: [[a!, b!], [c!]], maxConcurrency: 10, onSettled },
    writeStage(context),
    context,
  );
  await pass(1_000);
  expect(told).toEqual(['K-1: settled']);
  slow.give(complete([resultFor(inputOf('K-0'))]));
  await inVirtualTime(delivery);
  expect(told).toEqual(['K-1: settled', 'K-0: settled', 'K-2: settled']);
});

it('a round begins when every outcome of the round before is known', async () => {
  const target = knownToTake();
  const slow = later();
  const script = { upsert: [slow.answer, allCreated] };
  const [a, b, c] = batchesOf(target, keys(3));
  const { hubspot, delivery, run } = begun([[a!, b!], [c!]], script, 10);
  await pass(1_000);
  expect(hubspot.upserts).toEqual([['K-0'], ['K-1']]);
  slow.give(complete([resultFor(inputOf('K-0'))]));
  await inVirtualTime(delivery);
  expect(hubspot.upserts).toEqual([['K-0'], ['K-1'], ['K-2']]);
  expect(endsOf(run)).toEqual(['created', 'created', 'created']);
});

function inputOf(id: string): SentInput {
  return { id, idProperty: 'sku', properties: {}, objectWriteTraceId: `trace-${id}` };
}

describe('batch after batch that fails whole for the same reason', () => {
  it('ends its target’s part after three; the rest is not sent, and says why', async () => {
    const target = knownToTake();
    const { run, requests } = await delivered([batchesOf(target, keys(10), 2)], {
      upsert: [refusal(525)],
    });
    expect(requests).toHaveLength(3);
    expect(run.stopped).toBeUndefined();
    const ends = endsOf(run);
    expect(ends.slice(6)).toEqual(Array(4).fill('NOT_ATTEMPTED'));
    expect(failureOf(run, 6).message).toMatch(
      /several batches in a row failed whole for the same reason\. The reason was: /,
    );
    expect(failureOf(run, 6).retryable).toBe(failureOf(run, 0).retryable);
  });

  it('leaves other targets alone', async () => {
    const [bad, good] = [knownToTake(), knownToTake()];
    const rounds = [batchesOf(bad, keys(5)), batchesOf(good, keys(2))];
    for (const { members } of rounds[1]!) for (const write of members) write.indexes[0]! += 5;
    const { run, requests } = await delivered(rounds, {
      upsert: [refusal(525), refusal(525), refusal(525), allCreated],
    });
    expect(requests).toHaveLength(5);
    expect(endsOf(run).slice(5)).toEqual(['created', 'created']);
  });

  it('does not end it where only bad records are missing from HubSpot, batch by batch', async () => {
    const isBad = ({ id }: { id: string }) => Number(id.slice(2)) % 2 === 0;
    const { run } = await delivered([batchesOf(knownToTake(), keys(10), 1)], {
      upsert: [refusal(500)],
      read: [(inputs) => found(inputs.filter((input) => !isBad(input)).map(({ id }) => held(id)))],
    });
    expect(endsOf(run)).not.toContain('NOT_ATTEMPTED');
  });

  it.each<[string, Script]>([
    [
      'one of them is taken',
      { upsert: [refusal(525), refusal(525), allCreated, refusal(525), refusal(525)] },
    ],
    [
      'the reason changes',
      { upsert: [refusal(525), refusal(525), refusal(526), refusal(525), refusal(525)] },
    ],
    [
      'a record of each was written all the same',
      {
        upsert: [refusal(500)],
        read: [(inputs) => found(inputs.slice(1, 2).map(({ id }) => held(id)))],
      },
    ],
    ['its records are refused one by one', { upsert: [refusedOneByOne] }],
  ])('does not end it where %s', async (_, script) => {
    const { run, requests } = await delivered([batchesOf(knownToTake(), keys(10), 2)], script);
    expect(requests).toHaveLength(5);
    expect(endsOf(run)).not.toContain('NOT_ATTEMPTED');
  });
});

const held = (id: string) => ({ sku: id, name: `Name ${id}` });

function refusedOneByOne(inputs: SentInput[]): Reply {
  const errors = inputs.map(({ objectWriteTraceId }) => ({
    category: 'BAD',
    message: 'no',
    context: { objectWriteTraceId: [objectWriteTraceId] },
  }));
  return { status: 207, body: { status: 'COMPLETE', results: [], errors } };
}

it('a fault of the run keeps all that is left from being sent', async () => {
  const { run, requests } = await delivered([batchesOf(lineItems(), keys(4)), []], {
    upsert: [allCreated, refusal(401)],
  });
  expect(requests).toEqual([['K-0'], ['K-1']]);
  expect(endsOf(run)).toEqual(['created', 'INVALID_VALUE', 'NOT_ATTEMPTED', 'NOT_ATTEMPTED']);
});

describe('a fault of the node itself', () => {
  /** The node has two records for one item, so that it settles it twice. */
  function twiceSettled() {
    const batches = batchesOf(knownToTake(), keys(5), 3);
    batches[0]!.members[1]!.indexes = [0];
    return batches;
  }

  it('ends the run, and loses nothing of what is known', async () => {
    const { run, requests } = await delivered([twiceSettled()]);
    expect(requests).toEqual([['K-0', 'K-1', 'K-2']]);
    expect(run.stopped).toMatchObject({
      title: 'The node stopped because of a fault of its own (Item 0 was given a second outcome)',
      throws: true,
    });
    run.settleRest();
    expect(endsOf(run)).toEqual([
      'created',
      'NOT_ATTEMPTED',
      'NO_OUTCOME',
      'NOT_ATTEMPTED',
      'NOT_ATTEMPTED',
    ]);
    expect(failureOf(run, 2)).toMatchObject({
      message:
        'The node failed while the record was on its way: whether it was written is not known',
      retryable: true,
      attempted: true,
      stage: 'upsert',
    });
  });

  it('leaves alone what another batch has settled, in part or whole', async () => {
    const batches = twiceSettled();
    batches[0]!.members[2]!.indexes = [2, 0];
    const { run } = await delivered([batches]);
    expect(run.ledger.unsettled()).toEqual([1, 2]);
  });

  it('lets the batches beside it finish', async () => {
    const [first, second] = twiceSettled();
    const { answer, give } = later();
    const script = { upsert: [answer, allCreated] };
    const { run, delivery } = begun([[second!, first!]], script, 2);
    await pass(1_000);
    expect(run.stopped?.title).toMatch(/fault of its own/);
    give(complete([resultFor(inputOf('K-3')), resultFor(inputOf('K-4'))]));
    await inVirtualTime(delivery);
    expect(run.ledger.entry(3)).toMatchObject({ hubspot: { outcome: 'created' } });
    expect(run.ledger.entry(4)).toMatchObject({ hubspot: { outcome: 'created' } });
  });

  it('does not end it where HubSpot objects to the same property of a few records', async () => {
    const body = { errors: [{ code: 'INVALID', context: { propertyName: ['name'] } }] };
    const batches = batchesOf(knownToTake(), keys(10), 2);
    const { run } = await delivered([batches], { upsert: [refusal(422, body)] });
    expect(endsOf(run)).not.toContain('NOT_ATTEMPTED');
  });
});

it('a batch that fails while the trial of another one is under way keeps all its records', async () => {
  const target = knownToTake();
  const held = ['old-1', 'old-2', 'old-3', 'old-4'];
  const writes = writesOf(target, 'new-1', 'new-2', 'new-3', 'new-4', ...held);
  const [a, b, c, d, ...old] = writes;
  const groups = [[a!], [b!], [c!], [d!, old[0]!, old[1]!], [old[2]!], [old[3]!]];
  const [ofThree, ofFourth, ofTrial] = [later(), later(), later()];
  const script: Script = {
    read: [
      (inputs) =>
        complete(
          inputs
            .filter(({ id }) => held.includes(id))
            .map(({ id }) => ({ id: `9${id}`, properties: { sku: id } })),
        ),
    ],
    create: [ofThree.answer, ofThree.answer, ofThree.answer, ofFourth.answer],
    update: [(inputs) => ofTrial.answer.then(() => allUpdated(inputs)), allUpdated],
  };
  const { run, context } = delivering(script, {
    items: writes.length,
    settings: { maxRetries: 0, existingValues: 'keep' },
  });
  const rounds = [groups.map((members) => ({ target, members }))];
  const delivery = deliverBatches({ rounds, maxConcurrency: 4 }, writeStage(context), context);
  const limit = refusal(400, { message: 'You have reached your limit' });
  for (const refused of [ofThree, ofFourth]) {
    await pass(1_000);
    refused.give(limit);
  }
  await pass(1_000);
  ofTrial.give(limit);
  await inVirtualTime(delivery);
  expect(endsOf(run)).toEqual(
    writes.map(({ id }) => (held.includes(id) ? 'updated' : 'INVALID_VALUE')),
  );
});
