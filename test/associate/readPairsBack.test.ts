import { readPairsBack } from '../../nodes/HubspotBatchUpsert/associate/readPairsBack';
import { delivering } from '../support/delivering';
import { lineItemsToDeals, nameOf, pairsOf } from '../support/pairs';
import { associatedWith, complete, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

async function readBack(
  names: string[],
  readAssociations: Script['readAssociations'],
  target = lineItemsToDeals(),
) {
  const { client, hubspot } = delivering({ readAssociations }, { settings: { maxRetries: 0 } });
  const read = await inVirtualTime(readPairsBack(pairsOf(...names), target, client));
  return {
    found: [...read.found].map(nameOf),
    isComplete: read.isComplete,
    reads: hubspot.associationReads,
  };
}

const none = (...errors: object[]): Reply => ({
  status: 207,
  body: { status: 'COMPLETE', results: [], errors },
});
const NONE_FOUND = { message: 'none', subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' };

it('each record is read once, and pairs are found by both of their ids', async () => {
  const stored = associatedWith({ 1: { 7: [20], 9: [20] }, 2: { 8: [20] }, 5: { 7: [20] } });
  const { found, isComplete, reads } = await readBack(['1>7', '1>8', '2>8', '3>7'], [stored]);
  expect(found).toEqual(['1>7', '2>8']);
  expect(isComplete).toBe(true);
  expect(reads).toEqual([[{ id: '1' }, { id: '2' }, { id: '3' }]]);
});

it.each<[number[], number[], boolean]>([
  [[], [20], true],
  [[37], [20, 37], true],
  [[37], [20], false],
  [[37, 41], [20, 37], false],
  [[37, 41], [41, 20, 37], true],
])('with all types that are asked for (%j) among those that it has: %j', async (asked, has, is) => {
  const { found } = await readBack(['1>7'], [associatedWith({ 1: { 7: has } })], lineItemsToDeals(...asked)); // prettier-ignore
  expect(found).toEqual(is ? ['1>7'] : []);
});

it.each<[string, object, boolean]>([
  ['the same number', { category: 'HUBSPOT_DEFINED', typeId: 1 }, false],
  ['the same number in no category', { typeId: 1 }, true],
  ['another number', { category: 'USER_DEFINED', typeId: 2 }, false],
  ['the same', { category: 'USER_DEFINED', typeId: 1 }, true],
])('a type of another category is another one, whatever its number: %s', async (_, held, is) => {
  const stored = [{ from: { id: '1' }, to: [{ toObjectId: '7', associationTypes: [held] }] }];
  const { found } = await readBack(['1>7'], [complete(stored)], lineItemsToDeals(1));
  expect(found).toEqual(is ? ['1>7'] : []);
});

it('goes on where a record has more, from there', async () => {
  const page = (id: string, to: string, after?: string) => ({
    from: { id },
    to: [{ toObjectId: to, associationTypes: [] }],
    ...(after && { paging: { next: { after } } }),
  });
  const { found, isComplete, reads } = await readBack(
    ['1>7', '2>8', '1>9'],
    [
      complete([page('1', '6', 'a'), page('2', '8')]),
      complete([page('1', '7', 'b')]),
      complete([page('1', '9')]),
    ],
  );
  expect(found).toEqual(['2>8', '1>7', '1>9']);
  expect(isComplete).toBe(true);
  expect(reads.slice(1)).toEqual([[{ id: '1', after: 'a' }], [{ id: '1', after: 'b' }]]);
});

it('ends where pages lead in a circle, and does not know the rest', async () => {
  const circle = complete([{ from: { id: '1' }, to: [], paging: { next: { after: 'a' } } }]);
  const { isComplete, reads } = await readBack(['1>7'], [circle]);
  expect(isComplete).toBe(false);
  expect(reads).toHaveLength(100);
});

it('reads a thousand records at a time', async () => {
  const names = Array.from({ length: 1_001 }, (_, id) => `${id}>7`);
  const { reads, found } = await readBack(names, [
    none(NONE_FOUND),
    associatedWith({ 1000: { 7: [] } }),
  ]);
  expect(reads.map(({ length }) => length)).toEqual([1_000, 1]);
  expect(found).toEqual(['1000>7']);
});

it('nobody is read for nobody', async () => {
  expect(await readBack([], undefined)).toEqual({ found: [], isComplete: true, reads: [] });
});

it('that a record has no associations is an answer', async () => {
  const { found, isComplete } = await readBack(['1>7'], [none(NONE_FOUND, NONE_FOUND)]);
  expect(found).toEqual([]);
  expect(isComplete).toBe(true);
});

it.each<[string, Reply]>([
  ['another error beside it', none(NONE_FOUND, { message: 'no' })],
  ['a refusal', { status: 400, body: { results: [] } }],
  ['a page', { status: 200, body: '<html>' }],
])('%s leaves what was not found unknown', async (_, reply) => {
  expect(await readBack(['1>7'], [reply])).toMatchObject({ found: [], isComplete: false });
});

it('what an answer holds is found, whatever else it lacks', async () => {
  const { body } = associatedWith({ 1: { 7: [20] } });
  const reply = { status: 207, body: { ...(body as object), errors: [{ message: 'no' }] } };
  expect(await readBack(['1>7', '2>8'], [reply])).toMatchObject({
    found: ['1>7'],
    isComplete: false,
  });
});

it('a part that was not answered leaves the whole unknown', async () => {
  const names = Array.from({ length: 1_001 }, (_, id) => `${id}>7`);
  const read = await readBack(names, [{ status: 400, body: {} }, none(NONE_FOUND)]);
  expect(read).toMatchObject({ isComplete: false, found: [] });
  expect(read.reads).toHaveLength(2);
});
