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
  ['what is no list', { status: 200, body: '<html>' }, undefined],
  ['a refusal that says why', { status: 400, body: { message: 'not so' } }, /HTTP 400.*: not so$/],
  ['a refusal that does not', { status: 400, body: {} }, /: it did not say why$/],
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

it('fifty are not divided where HubSpot refuses them', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => String(index));
  const { hubspot } = await reading([{ status: 400, body: {} }], ids);
  expect(hubspot.reads).toHaveLength(1);
});
