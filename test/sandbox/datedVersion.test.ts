import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const DATED = '/crm/objects/2026-09/line_items/batch/upsert';

test('2026-09 warns where it stores a value otherwise than it was sent, v3 does not', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const inputs = [lineItem('a', { invoiced_at: '2024-02-29T08:26Z', name: 'x' })];

  const dated = await http.post(DATED, { inputs });
  expect(dated.data.results[0]!.warnings).toEqual([
    expect.objectContaining({
      category: 'PROPERTY_VALUE_NORMALIZED',
      context: {
        propertyName: 'invoiced_at',
        originalValue: '2024-02-29T08:26Z',
        normalizedValue: '2024-02-29T08:26:00.000Z',
      },
    }),
  ]);
  const v3 = await http.post(LINE_ITEMS_UPSERT, { inputs });
  expect(v3.data.results[0]).not.toHaveProperty('warnings');
});

test('2026-09 insists on required properties, v3 does not', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.requireProperties('line_items', 'quantity');
  const http = client(sandbox);

  const dated = await http.post(DATED, { inputs: [lineItem('a')] });
  expect(dated.status).toBe(207);
  expect(dated.data.errors[0]!.message).toContain('MISSING_REQUIRED_PROPERTY');
  expect((await http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] })).status).toBe(200);
});
