import { client, sandboxForTest } from './client';

const LINE_ITEMS = '/crm/v3/objects/line_items';

async function sandboxWithRecord() {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('line_items', { invoice_line_key: 'a', name: 'Lantern' });
  return { sandbox, id, http: client(sandbox) };
}

test('batch read by a unique property gives the found and names the missing', async () => {
  const { http, id } = await sandboxWithRecord();
  const answer = await http.post(`${LINE_ITEMS}/batch/read`, {
    idProperty: 'invoice_line_key',
    properties: ['name', 'quantity'],
    propertiesWithHistory: [],
    inputs: [{ id: 'a' }, { id: 'gone' }],
  });

  expect(answer.status).toBe(207);
  expect(answer.data.results).toEqual([expect.objectContaining({ id })]);
  expect(answer.data.results[0]!.properties).toMatchObject({
    name: 'Lantern',
    quantity: null,
    invoice_line_key: 'a',
  });
  expect(answer.data.errors[0]!.context).toEqual({ ids: ['gone'] });
});

test('a single record is read and patched by id or by a unique property', async () => {
  const { http, id } = await sandboxWithRecord();
  const byKey = await http.get(`${LINE_ITEMS}/a?idProperty=invoice_line_key&properties=name`);
  expect(byKey.data).toMatchObject({ id, properties: { name: 'Lantern' } });

  const patched = await http.patch(`${LINE_ITEMS}/${id}`, { properties: { name: 'Lamp' } });
  expect(patched.data).toMatchObject({ id, properties: { name: 'Lamp' } });
  const refused = await http.patch(`${LINE_ITEMS}/${id}`, { properties: { quantity: 'x' } });
  expect(refused.status).toBe(400);
  expect((await http.get(`${LINE_ITEMS}/404`)).status).toBe(404);
});
