import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

test('an upsert creates what is missing, updates what is there and leaves other properties', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);

  const first = await http.post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('a', { name: 'Lantern', quantity: '6' })],
  });
  const second = await http.post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('a', { quantity: 7 }), lineItem('b')],
  });

  expect(first.status).toBe(200);
  expect(first.data.results[0]).toMatchObject({
    new: true,
    objectWriteTraceId: 'trace-a',
    properties: { name: 'Lantern', quantity: '6', invoice_line_key: 'a' },
  });
  const created = new Map(
    second.data.results.map((result) => [result.objectWriteTraceId, result.new]),
  );
  expect(created).toEqual(
    new Map([
      ['trace-a', false],
      ['trace-b', true],
    ]),
  );
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'a')?.properties).toEqual({
    name: 'Lantern',
    quantity: '7',
    invoice_line_key: 'a',
  });
});

test('results carry what was sent as it is stored, and the times and id of the record', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] });

  const [result] = answer.data.results;
  expect(Object.keys(result!.properties).sort()).toEqual([
    'createdate',
    'hs_lastmodifieddate',
    'hs_object_id',
    'invoice_line_key',
    'name',
  ]);
  expect(result!.properties.hs_object_id).toBe(result!.id);
});
