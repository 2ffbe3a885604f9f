import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const MIDNIGHT = Date.UTC(2024, 1, 29);

test.each([
  ['quantity', '-12.50', '-12.50'],
  ['quantity', 3, '3'],
  ['invoice_date', '2024-02-29', '2024-02-29'],
  ['invoice_date', String(MIDNIGHT), '2024-02-29'],
  ['invoiced_at', '2024-02-29T08:26:00Z', '2024-02-29T08:26:00.000Z'],
  ['invoiced_at', String(MIDNIGHT), '2024-02-29T00:00:00.000Z'],
  ['is_return', true, 'true'],
  ['is_return', 'FALSE', 'false'],
  ['warehouse', 'main', 'main'],
  ['labels', 'gift;fragile', 'gift;fragile'],
  ['name', 'x'.repeat(65_536), 'x'.repeat(65_536)],
])('%s takes %j', async (property, sent, stored) => {
  const sandbox = await sandboxForTest();
  const inputs = [lineItem('a', { [property]: sent })];
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(200);
  const record = sandbox.store.find('line_items', 'invoice_line_key', 'a');
  expect(record?.properties[property]).toBe(stored);
  expect(answer.data.results[0]!.properties[property]).toBe(stored);
});

test.each([
  ['quantity', '1,5', 'INVALID_INTEGER'],
  ['quantity', '1e5', 'INVALID_INTEGER'],
  ['quantity', 'NaN', 'INVALID_INTEGER'],
  ['invoice_date', '29.2.2024', 'INVALID_DATE'],
  ['invoice_date', '2023-02-29', 'INVALID_DATE'],
  ['invoice_date', String(MIDNIGHT + 1), 'INVALID_DATE'],
  ['invoice_date', '2024-02-29T00:00:00Z', 'INVALID_DATE'],
  ['invoiced_at', 'yesterday', 'INVALID_LONG'],
  ['invoiced_at', '2023-02-29T08:26:00Z', 'INVALID_LONG'],
  ['is_return', 'yes', 'INVALID_OPTION'],
  ['warehouse', 'Main', 'INVALID_OPTION'],
  ['warehouse', 'main;outlet', 'INVALID_OPTION'],
  ['labels', 'gift;huge', 'INVALID_OPTION'],
  ['name', 'x'.repeat(65_537), 'STRING_TOO_LONG'],
  ['amount', '1', 'READ_ONLY_VALUE'],
  ['constructor', '1', 'PROPERTY_DOESNT_EXIST'],
])('%s refuses %j', async (property, sent, code) => {
  const sandbox = await sandboxForTest();
  const inputs = [lineItem('a', { [property]: sent })];
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(207);
  expect(answer.data.errors[0]!.message).toContain(`"error":"${code}","name":"${property}"`);
  expect(sandbox.store.count('line_items')).toBe(0);
});

test('a leading semicolon appends to a multi-select, empty text clears, null does nothing', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const write = (properties: Record<string, unknown>) =>
    http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a', properties)] });
  const stored = () => sandbox.store.find('line_items', 'invoice_line_key', 'a')?.properties;

  await write({ labels: 'gift', name: 'Lantern' });
  await write({ labels: ';bulky', name: null });
  expect(stored()).toMatchObject({ labels: 'gift;bulky', name: 'Lantern' });

  const good = await write({ labels: '' });
  expect(good.data.results[0]!.properties.labels).toBe('');
  expect(stored()).not.toHaveProperty('labels');
});

test('a value that is no scalar refuses the body', async () => {
  const sandbox = await sandboxForTest();
  const inputs = [lineItem('a', { name: { first: 'x' } })];
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(400);
  expect(answer.data.message).toMatch(/^Invalid input JSON/);
});

test('keys of the prototype are properties like any other', async () => {
  const sandbox = await sandboxForTest();
  const properties: unknown = JSON.parse('{"__proto__":"x","toString":"y"}');
  const inputs = [lineItem('__proto__', properties as Record<string, unknown>)];
  const answer = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(answer.status).toBe(207);
  expect(answer.data.errors[0]!.message).toContain('"name":"__proto__"');
  expect({}).not.toHaveProperty('x');
});
