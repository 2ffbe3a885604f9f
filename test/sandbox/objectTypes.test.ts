import { client, lineItem, sandboxForTest } from './client';

test.each([
  ['line_items', 'line_items'],
  ['line_item', 'line_items'],
  ['0-8', 'line_items'],
])('%s names %s', async (spelling, objectType) => {
  const sandbox = await sandboxForTest();
  const path = `/crm/v3/objects/${spelling}/batch/upsert`;
  const answer = await client(sandbox).post(path, { inputs: [lineItem('a')] });

  expect(answer.status).toBe(200);
  expect(sandbox.store.count(objectType)).toBe(1);
});

test.each(['2-3453932', 'p1234567_machine'])('%s names the custom object', async (spelling) => {
  const sandbox = await sandboxForTest();
  const inputs = [{ ...lineItem('m1', { power_kw: '5' }), idProperty: 'machine_key' }];
  const answer = await client(sandbox).post(`/crm/v3/objects/${spelling}/batch/upsert`, { inputs });

  expect(answer.status).toBe(200);
  expect(sandbox.store.find('2-3453932', 'machine_key', 'm1')?.properties.power_kw).toBe('5');
});

test('the custom object is listed with its names and labels', async () => {
  const sandbox = await sandboxForTest();
  for (const path of ['/crm-object-schemas/v3/schemas', '/crm/v3/schemas']) {
    const answer = await client(sandbox).get(path);
    expect(answer.data.results).toEqual([
      expect.objectContaining({
        objectTypeId: '2-3453932',
        fullyQualifiedName: 'p1234567_machine',
        labels: { singular: 'Machine', plural: 'Machines' },
      }),
    ]);
  }
});
