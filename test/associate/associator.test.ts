import { Associator } from '../../nodes/HubspotBatchUpsert/associate/associator';
import type { Association } from '../../nodes/HubspotBatchUpsert/model/association';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { MAX_PAIRS } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import { toWriteInput } from '../../nodes/HubspotBatchUpsert/write/writeInput';
import { delivering } from '../support/delivering';
import { typeOf } from '../support/pairs';
import { allCreated, type Reply, type SentPair } from '../support/replies';
import { later, type Script } from '../support/scriptedHubspot';
import { inVirtualTime, pass, untilIdle, useVirtualTime } from '../support/virtualTime';
import { writeOf } from '../support/write';

useVirtualTime();

const deal = (toId: string, ...typeIds: number[]): Association[] =>
  typeIds.length === 0
    ? [{ toObjectType: 'deals', toId, label: '' }]
    : typeIds.map((id) => ({ toObjectType: 'deals', toId, label: `L${id}`, type: typeOf(id) }));

/** A record for each item, with the record ids 100, 101, …, and what the item asks for. */
function associating(
  asked: Array<Association[] | undefined>,
  script: Script = {},
  settings = { maxRetries: 0 },
) {
  const all = delivering(script, { items: asked.length, settings });
  const writes = asked.map((own, index) =>
    writeOf(
      `K-${index}`,
      {},
      {
        indexes: [index],
        ...(own && { associations: [{ index, associations: own }] }),
      },
    ),
  );
  return { ...all, writes, associator: new Associator(all.context) };
}

function written({ run }: ReturnType<typeof associating>, write: RecordWrite, id?: string): void {
  const own = id ?? String(100 + write.indexes[0]!);
  run.ledger.settle(write.indexes, () => ({ hubspot: { outcome: 'created', id: own } }));
}

async function associated(...given: Parameters<typeof associating>) {
  const all = associating(...given);
  const { associator, writes } = all;
  associator.expect(writes);
  for (const write of writes) written(all, write);
  associator.takeIn(writes);
  await inVirtualTime(associator.finish());
  return all;
}

const toldBy = ({ run }: ReturnType<typeof associating>) =>
  Array.from({ length: run.ledger.size }, (_, index) => {
    const entry = run.ledger.entry(index);
    return 'hubspot' in entry ? entry.associations : undefined;
  });

it('records are associated with what their items ask for, in one request', async () => {
  const all = await associated([deal('7'), undefined, [...deal('7'), ...deal('8')]]);
  expect(all.hubspot.associates).toEqual([['100>7', '102>7', '102>8']]);
  expect(toldBy(all)).toEqual([
    [{ toObjectType: 'deals', toId: '7', label: '' }],
    undefined,
    [
      { toObjectType: 'deals', toId: '7', label: '' },
      { toObjectType: 'deals', toId: '8', label: '' },
    ],
  ]);
  expect(all.run.ledger.unassociated()).toEqual([]);
});

it.each<[string, { id?: string; isWrittenBefore?: true }, string[][], number]>([
  ['somebody else wrote', { id: '100' }, [], 1],
  ['an earlier run wrote', { id: '100', isWrittenBefore: true }, [['100>7']], 0],
  ['is not there', {}, [], 0],
  ['an earlier run wrote, and is gone', { isWrittenBefore: true }, [], 0],
])('a skipped record that %s', async (_, { id, isWrittenBefore }, pairs, unassociated) => {
  const { associator, run, writes, hubspot } = associating([deal('7')]);
  writes[0] = { ...writes[0]!, isWrittenBefore };
  associator.expect(writes);
  run.ledger.settle([0], () => ({ hubspot: { outcome: 'skipped', ...(id && { id }) } }));
  associator.takeIn(writes);
  await inVirtualTime(associator.finish());
  expect(hubspot.associates).toEqual(pairs);
  expect(run.inputNotes.unassociatedItems).toBe(unassociated);
  expect(run.ledger.unassociated()).toEqual([]);
});

it('while all wait, pairs and batches go by turns', async () => {
  const tooMany: Reply = { status: 429, body: {}, headers: { 'retry-after': '30' } };
  const asked = Array.from({ length: 3 * MAX_PAIRS }, () => deal('7'));
  const all = associating(asked, { upsert: [tooMany, allCreated] }, { maxRetries: 1 });
  const { associator, client, hubspot, writes } = all;
  associator.expect(writes);
  for (const write of writes) written(all, write);
  const refused = client.upsert('line_items', [toWriteInput(writes[0]!, 'upsert')]);
  await untilIdle();
  associator.takeIn(writes);
  await untilIdle();
  const batch = client.upsert('line_items', [toWriteInput(writes[1]!, 'upsert')]);
  await inVirtualTime(Promise.all([refused, batch, associator.finish()]));
  const kinds = hubspot.requests.map(({ url }) =>
    url.includes('/associations/') ? 'pairs' : 'batch',
  );
  expect(kinds).toEqual(['batch', 'batch', 'pairs', 'batch', 'pairs', 'pairs']);
});

it('pairs of other object types, and of other labels, travel apart', async () => {
  const quote: Association = { toObjectType: 'quotes', toId: '7', label: '' };
  const { hubspot } = await associated([
    [...deal('7'), quote],
    deal('8', 37),
    deal('9', 41, 37),
    deal('9', 37, 41),
    deal('8', 37),
  ]);
  expect(
    hubspot.requests.map(({ url }) => new URL(url).pathname.slice('/crm/v4/associations'.length)),
  ).toEqual([
    '/line_items/deals/batch/associate/default',
    '/line_items/quotes/batch/associate/default',
    '/line_items/deals/batch/create',
    '/line_items/deals/batch/create',
  ]);
  expect(hubspot.associates).toEqual([
    ['100>7'],
    ['100>7'],
    ['101>8', '104>8'],
    ['102>9', '103>9'],
  ]);
});

it('all labels of one pair reach HubSpot together, each once, whichever item asks for them', async () => {
  const write = writeOf('K', {}, { indexes: [0, 1] });
  write.associations = [
    { index: 0, associations: deal('7', 41, 37) },
    { index: 1, associations: [...deal('7', 37), ...deal('7')] },
  ];
  const { context, hubspot, run } = delivering({}, { items: 2 });
  const associator = new Associator(context);
  associator.expect([write]);
  run.ledger.settle([0, 1], () => ({ hubspot: { outcome: 'created', id: '100' } }));
  associator.takeIn([write]);
  await inVirtualTime(associator.finish());
  const types = hubspot.requests.map(({ body }) =>
    (body as unknown as { inputs: SentPair[] }).inputs.map((input) => input.types),
  );
  expect(types).toEqual([[[typeOf(37), typeOf(41)]], [undefined]]);
  expect(run.ledger.unassociated()).toEqual([]);
});

it('a pair is sent once, however many items and writes ask for it', async () => {
  const all = associating([deal('7'), deal('7'), deal('7')]);
  const { associator, writes, hubspot, run } = all;
  associator.expect(writes);
  for (const write of writes) written(all, write, '100');
  associator.takeIn(writes);
  await inVirtualTime(associator.finish());
  expect(hubspot.associates).toEqual([['100>7']]);
  expect(run.ledger.associated).toBe(3);
});

it('a hundred pairs leave at once, the rest when no more are to come', async () => {
  const all = associating(Array.from({ length: 101 }, () => deal('7')));
  const { associator, writes, hubspot } = all;
  associator.expect(writes);
  for (const write of writes) written(all, write);
  associator.takeIn(writes.slice(0, 99));
  await pass(1_000);
  expect(hubspot.associates).toEqual([]);
  associator.takeIn(writes.slice(99));
  await pass(1_000);
  expect(hubspot.associates.map(({ length }) => length)).toEqual([100]);
  await inVirtualTime(associator.finish());
  expect(hubspot.associates.map(({ length }) => length)).toEqual([100, 1]);
});

it('it is finished when the end of every pair is known', async () => {
  const { answer, give } = later();
  const all = associating([deal('7')], { associate: [answer] });
  const { associator, writes, run } = all;
  associator.expect(writes);
  written(all, writes[0]!);
  associator.takeIn(writes);
  let isFinished = false;
  const finishing = associator.finish().then(() => (isFinished = true));
  await pass(1_000);
  expect(isFinished).toBe(false);
  give({ status: 200, body: { results: [{ from: { id: '100' }, to: { id: '7' } }] } });
  await inVirtualTime(finishing);
  expect(run.ledger.unassociated()).toEqual([]);
});

it('where nothing was written nothing is associated', async () => {
  const all = associating([deal('7'), deal('8')]);
  const { associator, writes, run, hubspot } = all;
  associator.expect(writes);
  const failure = ownFailure('INVALID_VALUE', 'no');
  run.ledger.settle([0], () => ({ traceId: null, failure }));
  associator.takeIn(writes);
  await associator.finish();
  expect(hubspot.requests).toEqual([]);
  expect(run.ledger.failureOf(0)).toBe(failure);
});

it('a record whose id HubSpot did not tell leaves with its record, and says so', async () => {
  const all = associating([deal('7')]);
  const { associator, writes, run, hubspot } = all;
  associator.expect(writes);
  run.ledger.settle([0], () => ({ hubspot: { outcome: 'written' } }));
  associator.takeIn(writes);
  await associator.finish();
  expect(hubspot.requests).toEqual([]);
  expect(run.ledger.entry(0)).toMatchObject({
    hubspot: { outcome: 'written' },
    notAssociated: { category: 'NO_OUTCOME', stage: 'associate' },
  });
});
