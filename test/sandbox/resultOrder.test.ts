import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const inputs = Array.from({ length: 20 }, (_, index) => lineItem(`k${index}`));
const sent = inputs.map(({ objectWriteTraceId }) => objectWriteTraceId);

async function resultOrder(seed: number, shuffleResults = true) {
  const sandbox = await sandboxForTest({ seed, shuffleResults });
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });
  return answer.data.results.map(({ objectWriteTraceId }) => objectWriteTraceId);
}

test('results come in another order than inputs, the same one for the same seed', async () => {
  const order = await resultOrder(7);
  expect(order).not.toEqual(sent);
  expect(order.slice().sort()).toEqual(sent.slice().sort());
  expect(await resultOrder(7)).toEqual(order);
  expect(await resultOrder(8)).not.toEqual(order);
});

test('the order of the inputs can be kept', async () => {
  expect(await resultOrder(7, false)).toEqual(sent);
});
