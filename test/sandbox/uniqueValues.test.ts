import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

async function sandboxWithSecondKey(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  sandbox.store.addProperty('line_items', { name: 'barcode', hasUniqueValue: true });
  return sandbox;
}

test('a value that another record owns is refused with both record ids', async () => {
  const sandbox = await sandboxWithSecondKey();
  const owner = sandbox.store.put('line_items', { invoice_line_key: 'a', barcode: '42' });
  const other = sandbox.store.put('line_items', { invoice_line_key: 'b' });
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('b', { barcode: '42' })],
  });

  expect(answer.status).toBe(207);
  expect(answer.data.errors[0]!.message).toMatch(
    new RegExp(
      `^Cannot set PropertyValueCoordinates\\{.*propertyName=barcode, value=42\\} on ${other}. ${owner} already has that value.$`,
    ),
  );
});

test('within a batch the first input gets the value', async () => {
  const sandbox = await sandboxWithSecondKey();
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('a', { barcode: '42' }), lineItem('b', { barcode: '42' })],
  });

  expect(answer.data.errors[0]!.context.objectWriteTraceId).toEqual(['trace-b']);
  expect(sandbox.store.find('line_items', 'barcode', '42')?.properties.invoice_line_key).toBe('a');
});

test('it may refuse the whole batch, trace ids or not', async () => {
  const sandbox = await sandboxWithSecondKey({ refuseWholeBatchFor: ['conflict'] });
  sandbox.store.put('line_items', { invoice_line_key: 'a', barcode: '42' });
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, {
    inputs: [lineItem('b'), lineItem('c', { barcode: '42' }), lineItem('d', { quantity: 'x' })],
  });

  expect(answer.status).toBe(400);
  expect(answer.data.message).toMatch(/propertyName=barcode, value=42.* already has that value/);
  expect(sandbox.store.count('line_items')).toBe(1);
});

test('a value that was given up can be taken', async () => {
  const sandbox = await sandboxWithSecondKey();
  const http = client(sandbox);
  await http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a', { barcode: '42' })] });
  await http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a', { barcode: '' })] });
  const answer = await http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('b', { barcode: '42' })] });

  expect(answer.status).toBe(200);
});
