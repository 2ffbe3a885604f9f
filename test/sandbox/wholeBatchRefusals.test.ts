import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest, untraced } from './client';

test.each([
  ['with', [lineItem('x'), lineItem('y'), { ...lineItem('x'), objectWriteTraceId: 'other' }]],
  ['without', [lineItem('x'), lineItem('y'), lineItem('x')].map(untraced)],
])('an id twice refuses the batch, %s trace ids', async (_case, inputs) => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(400);
  expect(answer.data).toMatchObject({
    message: 'Duplicate IDs found in batch input: [x]. IDs must be unique',
    context: { ids: ['x'] },
    category: 'VALIDATION_ERROR',
  });
  expect(sandbox.store.count('line_items')).toBe(0);
});

test.each(['hs_object_id', 'name', 'no_such_property', undefined])(
  'idProperty %s is refused as non-unique',
  async (idProperty) => {
    const sandbox = await sandboxForTest();
    const inputs = [{ ...lineItem('x'), idProperty }];
    const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

    expect(answer.status).toBe(400);
    expect(answer.data.message).toBe(
      `Unable to perform update/upsert by non-unique 0-8 property ${idProperty ?? 'hs_object_id'} in portal ID 1234567`,
    );
  },
);

test('an unknown object type is refused without a category', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).post('/crm/v3/objects/gadgets/batch/upsert', {
    inputs: [lineItem('x')],
  });

  expect(answer.status).toBe(400);
  expect(answer.data.message).toBe('Unable to infer object type from: gadgets');
  expect(answer.data).not.toHaveProperty('category');
});

test('100 inputs pass and 101 are refused', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const inputs = Array.from({ length: 101 }, (_, index) => lineItem(`k${index}`));

  expect((await http.post(LINE_ITEMS_UPSERT, { inputs })).status).toBe(400);
  expect(sandbox.store.count('line_items')).toBe(0);
  expect((await http.post(LINE_ITEMS_UPSERT, { inputs: inputs.slice(1) })).status).toBe(200);
  expect(sandbox.store.count('line_items')).toBe(100);
});

test.each([{}, { inputs: [] }, [lineItem('x')]])(
  'without an inputs list it responds COMPLETE and writes nothing',
  async (body) => {
    const sandbox = await sandboxForTest();
    const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, body);

    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ status: 'COMPLETE', results: [] });
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);
