import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

test.each([
  ['trimmed', ' A-1 ', 'A-1'],
  ['lowerCase', 'A-1', 'a-1'],
  ['upperCase', 'a-1', 'A-1'],
  ['compatible', 'Ａ-1', 'A-1'],
  ['lettersAndDigits', 'A-1/2', 'A12'],
  ['withoutUrl', 'https://acme.example/shop?a=1', 'acme.example'],
] as const)('a key is kept %s and found in any spelling', async (form, sent, stored) => {
  const sandbox = await sandboxForTest({ keyInResults: 'always' });
  sandbox.store.storeAs('line_items', 'invoice_line_key', form);
  const http = client(sandbox);
  const upsert = () => http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem(sent, { name: 'x' })] });
  const created = await upsert();
  const updated = await upsert();
  const read = await http.post('/crm/v3/objects/line_items/batch/read', {
    idProperty: 'invoice_line_key',
    inputs: [{ id: sent }],
    properties: [],
    propertiesWithHistory: [],
  });

  expect([created, updated].map(({ data }) => data.results[0]!.new)).toEqual([true, false]);
  for (const { data } of [created, updated, read]) {
    expect(data.results[0]!.properties.invoice_line_key).toBe(stored);
  }
  expect(sandbox.store.count('line_items')).toBe(1);
});

test('forms follow one another, and two keys of one record in a batch are written in order', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.storeAs('line_items', 'invoice_line_key', 'trimmed', 'lowerCase');
  const inputs = [lineItem(' A ', { name: 'first' }), lineItem('a', { name: 'second' })];
  const { data } = await client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });

  expect(new Set(data.results.map(({ id }) => id)).size).toBe(1);
  expect(data.results.map((result) => result.new).sort()).toEqual([false, true]);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'a')?.properties.name).toBe('second');
});
