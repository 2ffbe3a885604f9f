import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';

/** Reads as many records as told, with or without histories. */
async function read(count: number, histories?: string[], options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const inputs = Array.from({ length: count }, (_, index) => ({
    id: sandbox.store.put('line_items', { invoice_line_key: `K-${index}` }),
  }));
  const body = { inputs, properties: ['name'], propertiesWithHistory: histories };
  const answer = await client(sandbox).post('/crm/v3/objects/line_items/batch/read', body);
  expect(sandbox.violations.requests).toEqual([]);
  return answer;
}

test.each([
  ['100 without histories', 100, undefined],
  ['100 with an empty list of them', 100, []],
  ['50 with histories', 50, ['name']],
])('%s are read', async (_, count, histories) => {
  const { status, data } = await read(count, histories);
  expect(status).toBe(200);
  expect(data.results).toHaveLength(count);
});

test.each<[string, string[], Partial<SandboxOptions>, number]>([
  ['histories', ['name'], {}, 50],
  ['an empty list of them, where it counts', [], { emptyHistoryCounts: true }, 50],
  ['histories, where fewer are allowed', ['name'], { historyReadLimit: 20 }, 20],
])('51 with %s are refused', async (_, histories, options, most) => {
  const { status, data } = await read(51, histories, options);
  expect(status).toBe(400);
  expect(data.message).toBe(
    `The maximum number of inputs supported in a batch is ${most}. Please reduce the number of items and try again`,
  );
});

test('a key that may only write gets a 403', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { scopes: ['crm.objects.contacts.write'] });
  const { status } = await http.post('/crm/v3/objects/contacts/batch/read', {
    inputs: [{ id: '1' }],
    properties: [],
  });
  expect(status).toBe(403);
});
