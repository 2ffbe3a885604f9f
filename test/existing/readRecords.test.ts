import { readRecords } from '../../nodes/HubspotBatchUpsert/existing/readRecords';
import { delivering } from '../support/delivering';
import { complete, found, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

async function reading(read: Script['read'], ids = ['A', 'B']) {
  const { client, hubspot } = delivering({ read }, { settings: { maxRetries: 0 } });
  const query = { ids, idProperty: 'sku', properties: ['sku'] };
  return { ...(await inVirtualTime(readRecords('line_items', query, client))), hubspot };
}

it('each id is asked for once', async () => {
  const { hubspot, isComplete, unanswered } = await reading(
    [found([{ sku: 'A' }])],
    ['A', 'B', 'A'],
  );
  expect(hubspot.reads).toEqual([['A', 'B']]);
  expect([isComplete, unanswered]).toEqual([true, undefined]);
});

it('records that are not there are known not to be', async () => {
  const missing = { ...complete([], { numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] }) };
  const { found: held, isComplete } = await reading([{ ...missing, status: 207 }]);
  expect([held, isComplete]).toEqual([[], true]);
});

it('a 404 of the records says that none is there, and one of something else does not', async () => {
  const none = { status: 404, body: { category: 'OBJECT_NOT_FOUND', message: 'none' } };
  expect(await reading([none])).toMatchObject({ found: [], isComplete: true });
  const other = { status: 404, body: { category: 'NO_ROUTE', message: 'none' } };
  expect((await reading([other])).isComplete).toBe(false);
});

it.each<[string, Reply, RegExp | undefined]>([
  [
    'an error of a moment beside results',
    { ...complete([], { errors: [{ category: 'RATE_LIMITS' }] }), status: 207 },
    undefined,
  ],
  ['errors that are counted and not told', complete([], { numErrors: 2 }), undefined],
  ['a result that is no record', complete([null, 7, {}]), undefined],
  ['what is no list', { status: 200, body: '<html>' }, undefined],
  ['a refusal that says why', { status: 400, body: { message: 'not so' } }, /HTTP 400.*: not so$/],
  ['a refusal that does not', { status: 400, body: {} }, /: it did not say why$/],
  [
    'a refusal for lack of a scope',
    { status: 403, body: { context: { requiredGranularScopes: ['a.read'] } } },
    /^Reading the record back .* \(HTTP 403\)\. Grant one of these scopes: a\.read$/,
  ],
])('%s leaves it open', async (_, answer, refusal) => {
  const read = await reading([answer]);
  expect(read.isComplete).toBe(false);
  expect(read.unanswered).toMatchObject({ kind: 'response', status: answer.status });
  if (refusal) expect(read.refusal).toMatch(refusal);
  else expect(read.refusal).toBeUndefined();
});

it('the first of several refusals is told', async () => {
  const ids = Array.from({ length: 201 }, (_, index) => String(index));
  const refuse = (message: string) => ({ status: 403, body: { message } });
  const read = await reading([found([{ sku: '1' }]), refuse('first'), refuse('second')], ids);
  expect(read.refusal).toMatch(/first$/);
  expect(read.found).toHaveLength(1);
  expect(read.unanswered).toMatchObject({ error: { message: 'first' } });
});

/** As many ids as HubSpot takes in this account. */
const takes =
  (most: number, refusal: Omit<Reply, 'headers'>) =>
  (inputs: Array<{ id: string }>): Reply =>
    inputs.length > most ? refusal : found(inputs.map(({ id }) => ({ sku: id })));
const tooMany = (most: number) => ({
  status: 400,
  body: { message: `The maximum number of inputs supported in a batch is ${most}. Reduce them` },
});

it.each<[string, number, Omit<Reply, 'headers'>, number[]]>([
  ['HubSpot names twenty', 20, tooMany(20), [60, 20, 20, 20]],
  ['HubSpot names one', 1, tooMany(1), [60, ...Array<number>(60).fill(1)]],
  ['HubSpot names no number', 20, tooMany(NaN), [60, 30, 15, 15, 15, 15]],
  ['the request is too large', 20, { status: 413, body: {} }, [60, 30, 15, 15, 15, 15]],
])('ids are divided until HubSpot takes them: %s', async (_, most, refusal, lengths) => {
  const ids = Array.from({ length: 60 }, (_entry, index) => String(index));
  const { hubspot, found: held, isComplete } = await reading([takes(most, refusal)], ids);
  expect(hubspot.reads.map(({ length }) => length)).toEqual(lengths);
  expect([held.length, isComplete]).toEqual([60, true]);
});

it('how many fit is known for the ids that are left', async () => {
  const ids = Array.from({ length: 250 }, (_, index) => String(index));
  const { hubspot } = await reading([takes(50, tooMany(50))], ids);
  expect(hubspot.reads.map(({ length }) => length)).toEqual([100, 50, 50, 50, 50, 50]);
});

it('of no ids nothing is asked', async () => {
  const { hubspot, isComplete } = await reading([], []);
  expect([hubspot.reads, isComplete]).toEqual([[], true]);
});

it('one id that is too large is told as it is', async () => {
  const { hubspot, isComplete } = await reading([{ status: 413, body: {} }], ['A']);
  expect(hubspot.reads).toHaveLength(1);
  expect(isComplete).toBe(false);
});

it('fifty are not divided where HubSpot refuses them', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => String(index));
  const { hubspot } = await reading([{ status: 400, body: {} }], ids);
  expect(hubspot.reads).toHaveLength(1);
});
