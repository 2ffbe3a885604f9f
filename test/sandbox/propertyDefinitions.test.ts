import { client, sandboxForTest } from './client';

const path = (objectType: string) => `/crm/v3/properties/${objectType}`;

test.each([
  ['contacts', 'customer_number'],
  ['companies', 'company_key'],
  ['deals', 'deal_key'],
  ['products', 'sku_key'],
  ['line_items', 'invoice_line_key'],
  ['tickets', 'ticket_key'],
  ['2-3453932', 'machine_key'],
])('%s have the unique property %s', async (objectType, name) => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).get(path(objectType));

  expect(answer.data.results.length).toBeGreaterThan(12);
  expect(answer.data.results).toContainEqual(
    expect.objectContaining({ name, hasUniqueValue: true, type: 'string' }),
  );
});

test('sensitive properties are listed only when asked for', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const names = async (query: string) =>
    (await http.get(`${path('contacts')}${query}`)).data.results.map(({ name }) => name);

  expect(await names('')).not.toContain('health_insurance_number');
  expect(await names('?dataSensitivity=sensitive')).toEqual(['health_insurance_number']);
});

test('a created property can be written at once', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const created = await http.post(path('deals'), {
    name: 'erp_number',
    label: 'ERP number',
    type: 'string',
    fieldType: 'text',
    groupName: 'dealinformation',
    hasUniqueValue: true,
  });
  const written = await http.post('/crm/v3/objects/deals/batch/upsert', {
    inputs: [{ id: 'E1', idProperty: 'erp_number', properties: { dealname: 'Big' } }],
  });

  expect(created.status).toBe(201);
  expect(written.status).toBe(200);
  expect(sandbox.store.find('deals', 'erp_number', 'E1')?.properties.dealname).toBe('Big');
});

test('an object has at most ten unique properties', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const statuses: number[] = [];
  for (let index = 0; index < 10; index++) {
    const answer = await http.post(path('tickets'), {
      name: `key_${index}`,
      label: 'Key',
      type: 'string',
      fieldType: 'text',
      groupName: 'ticketinformation',
      hasUniqueValue: true,
    });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array<number>(9).fill(201), 400]);
});
