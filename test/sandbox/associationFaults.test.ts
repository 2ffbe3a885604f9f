import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { lineItemsAndDeals, pair } from './pairs';

/** Two pairs, and a fault that strikes the first request to associate them. */
async function struckBy(...actions: FaultAction[]) {
  const made = await lineItemsAndDeals({ lines: 2 });
  const inputs = made.lineIds.map((id) => pair(id, made.dealIds[0]!));
  made.sandbox.faults.add({ match: { path: '/batch/associate', nth: 1 }, do: actions });
  const associate = () =>
    made.associate(inputs).then(
      ({ status, data }) => ({ status, data }),
      ({ code }: { code: string }) => ({ status: code, data: undefined }),
    );
  return { ...made, associate, first: await associate() };
}

test.each<[string, FaultAction, number | string, number]>([
  ['429', { kind: 'status', status: 429 }, 429, 0],
  ['423', { kind: 'status', status: 423 }, 423, 0],
  ['502 before', { kind: 'status', status: 502 }, 502, 0],
  ['502 after', { kind: 'status', status: 502, when: 'after' }, 502, 2],
  ['reset before', { kind: 'reset', when: 'before' }, 'ECONNRESET', 0],
  ['reset after', { kind: 'reset' }, 'ECONNRESET', 2],
  ['silent no-op', { kind: 'silentNoop' }, 200, 0],
])('%s: what is associated then, and by a repetition', async (_, action, status, count) => {
  const { sandbox, associate, first, stored } = await struckBy(action);
  expect([first.status, stored().length]).toEqual([status, count]);
  expect(sandbox.log.of('associate')[0]!.associated).toHaveLength(count);

  expect((await associate()).status).toBe(200);
  expect(stored()).toHaveLength(2);
});

test('associations that are late come in after a later request, such as one that reads', async () => {
  const { sandbox, first, read, lineIds, stored } = await struckBy({
    kind: 'lateWrite',
    until: { path: '/batch/read' },
  });
  expect([first.status, stored()]).toEqual([504, []]);

  expect((await read({ id: lineIds[0]! })).data.results).toEqual([]);
  expect((await read({ id: lineIds[0]! })).data.results).toHaveLength(1);
  expect(sandbox.log.of('associate')[0]!.associated).toHaveLength(2);
});

test('a fault may strike the batches that a record is in, on either side', async () => {
  const { sandbox, lineIds, dealIds, associate } = await lineItemsAndDeals({ lines: 2, deals: 2 });
  const [line = '', other = ''] = lineIds;
  const [deal = '', otherDeal = ''] = dealIds;
  for (const containsId of [line, deal]) {
    sandbox.faults.add({ match: { containsId }, do: { kind: 'status', status: 500 } });
  }
  const statuses = [pair(line, otherDeal), pair(other, deal), pair(other, otherDeal)].map(
    async (input) => (await associate([input])).status,
  );
  expect(await Promise.all(statuses)).toEqual([500, 500, 200]);
});

test('every pair may be refused in any words, for itself or for all', async () => {
  const ofEach = await struckBy({
    kind: 'refusal',
    message: 'Not {from} with {to}',
    per: 'record',
  });
  const deal = ofEach.dealIds[0]!;
  expect(ofEach.first.data?.errors).toEqual(
    ofEach.lineIds.map((line): unknown =>
      expect.objectContaining({ message: `Not ${line} with ${deal}`, context: {} }),
    ),
  );

  const ofAll = await struckBy({ kind: 'refusal', message: 'None of {count}' });
  expect([ofAll.first.status, ofAll.first.data?.message, ofAll.stored()]).toEqual([
    400,
    'None of 2',
    [],
  ]);
});

test('results may be fewer than the pairs, or of a pair that was never sent', async () => {
  const fewer = await struckBy({ kind: 'dropResults', count: 1 });
  expect([fewer.first.data?.results.length, fewer.stored().length]).toEqual([1, 2]);

  const foreign = await struckBy({ kind: 'foreignResults' });
  expect(foreign.first.data?.results).toHaveLength(3);
  expect(foreign.first.data?.results[2]).toMatchObject({
    from: { id: foreign.lineIds[0] },
    to: { id: '99000000000' },
  });
});
