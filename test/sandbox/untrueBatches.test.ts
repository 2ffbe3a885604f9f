import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const inputs = [lineItem('a'), lineItem('b', { quantity: 'x' })];

async function upsertWith(action: FaultAction | FaultAction[], sent: object[] = inputs) {
  const sandbox = await sandboxForTest({ shuffleResults: false });
  sandbox.faults.add({ match: { path: '/batch/upsert' }, do: action });
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: sent });
  return { answer, written: sandbox.store.count('line_items') };
}

test.each<[FaultAction, object]>([
  [
    { kind: 'dropTraceIds' },
    { results: [expect.not.objectContaining({ objectWriteTraceId: 'trace-a' })] },
  ],
  [{ kind: 'dropResults' }, { results: [] }],
  [{ kind: 'duplicateResults' }, { results: [{ new: true }, { new: true }] }],
  [{ kind: 'foreignResults' }, { results: [{}, { id: '99000000000' }] }],
  [
    { kind: 'changeCase', property: 'invoice_line_key' },
    { results: [{ properties: { invoice_line_key: 'A' } }] },
  ],
  [
    { kind: 'errorsWithoutContext' },
    { errors: [expect.not.objectContaining({ context: expect.anything() as unknown })] },
  ],
  [{ kind: 'errorsNameIds' }, { errors: [{ context: { ids: ['b'] } }] }],
  [
    { kind: 'errorsNameProperties' },
    {
      errors: [
        {
          context: expect.not.objectContaining({
            objectWriteTraceId: expect.anything() as unknown,
          }) as unknown,
          errors: [{ code: 'INVALID_INTEGER', context: { propertyName: ['quantity'] } }],
        },
      ],
    },
  ],
  [{ kind: 'errorsNameOnTop' }, { errors: [{ objectWriteTraceId: 'trace-b', context: {} }] }],
  [
    { kind: 'errorsSay', message: 'no', category: 'CONFLICT' },
    { errors: [{ message: 'no', category: 'CONFLICT' }] },
  ],
  [
    { kind: 'resultsBesideErrors' },
    {
      results: [
        { objectWriteTraceId: 'trace-a' },
        { objectWriteTraceId: 'trace-b', properties: { invoice_line_key: 'b', quantity: 'x' } },
      ],
      errors: [{ context: { objectWriteTraceId: ['trace-b'] } }],
    },
  ],
  [
    { kind: 'nested', depth: 3 },
    {
      results: [{ nested: { inner: [{ inner: 'the innermost' }] } }],
      errors: [{ nested: { inner: [{ inner: 'the innermost' }] } }],
    },
  ],
  [
    { kind: 'foreignTraceIds' },
    { errors: [{ context: { objectWriteTraceId: [expect.not.stringMatching('trace-b')] } }] },
  ],
  [
    { kind: 'extraErrors', count: 2 },
    { errors: [{}, {}, {}], numErrors: 3 },
  ],
  [
    { kind: 'numErrors', numErrors: 9 },
    { errors: [{}], numErrors: 9 },
  ],
  [{ kind: 'batchStatus', status: 'CANCELED' }, { status: 'CANCELED' }],
])('%j makes the answer untrue, not the write', async (action, body) => {
  const { answer, written } = await upsertWith(action);
  expect(answer.data).toMatchObject(body);
  expect(written).toBe(1);
});

test('several lies strike one answer', async () => {
  const { answer } = await upsertWith([
    { kind: 'dropTraceIds' },
    { kind: 'numErrors', numErrors: 0 },
  ]);
  expect(answer.data.results[0]).not.toHaveProperty('objectWriteTraceId');
  expect(answer.data.numErrors).toBe(0);
});

test('results can have the trace ids of others', async () => {
  const { answer } = await upsertWith({ kind: 'swapTraceIds' }, [lineItem('a'), lineItem('b')]);
  expect(answer.data.results).toMatchObject([
    { objectWriteTraceId: 'trace-b', properties: { invoice_line_key: 'a' } },
    { objectWriteTraceId: 'trace-a', properties: { invoice_line_key: 'b' } },
  ]);
});

test.each([
  [
    'joined',
    {
      message: expect.stringMatching(/quantity.*; .*is_return/) as string,
      context: { objectWriteTraceId: ['trace-b', 'trace-c'] },
    },
  ],
  [
    'nested',
    {
      context: { objectWriteTraceId: ['trace-b', 'trace-c'] },
      errors: [
        { context: { objectWriteTraceId: ['trace-b'], propertyName: ['quantity'] } },
        { context: { objectWriteTraceId: ['trace-c'], propertyName: ['is_return'] } },
      ],
    },
  ],
] as const)('one error can name two records, with its sentences %s', async (sentences, entry) => {
  const sent = [...inputs, lineItem('c', { is_return: 'maybe' })];
  const { answer } = await upsertWith({ kind: 'oneErrorNamesAll', sentences }, sent);
  expect(answer.data.errors).toMatchObject([entry]);
  expect(answer.data.numErrors).toBe(1);
});
