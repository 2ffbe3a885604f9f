import { OTHER_HOSTS } from '../../sandbox/hubspot/faults/otherHosts';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const body = { inputs: [lineItem('a')] };

test.each([
  ['gadgets', 'Unable to infer object type from: gadgets'],
  ['2-9999', 'Invalid object or event type id: 2-9999'],
])('the object type %s is refused without a category, before scopes', async (type, message) => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { scopes: [] });
  for (const path of [
    `/crm/v3/objects/${type}/batch/upsert`,
    `/crm/v3/objects/${type}/batch/read`,
  ]) {
    const { status, data } = await http.post(path, body);
    expect([status, data.message]).toEqual([400, message]);
    expect(data).not.toHaveProperty('category');
  }
  expect((await http.get(`/crm/v3/properties/${type}`)).data.message).toBe(message);
});

test('2026-09 may answer what is missing with an empty 404, v3 does not', async () => {
  const sandbox = await sandboxForTest({ emptyNotFound: true });
  const http = client(sandbox);
  for (const answer of [
    await http.post('/crm/objects/2026-09/2-9999/batch/upsert', body),
    await http.post('/crm/objects/2026-09/2-9999/batch/read', body),
    await http.get('/crm/objects/2026-09/line_items/404'),
    await http.get('/crm/properties/2026-09/2-9999'),
    await http.get('/crm/pipelines/2026-09/2-9999'),
  ]) {
    expect([answer.status, answer.data]).toEqual([404, '']);
  }
  expect((await http.post('/crm/v3/objects/2-9999/batch/upsert', body)).status).toBe(400);
  expect((await http.get('/crm/v3/objects/line_items/404')).data).toHaveProperty('message');
});

test.each(OTHER_HOSTS)('a wrong base URL gives %s, and nothing is written', async (_, answer) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: answer });
  const { status, data } = await client(sandbox).post(LINE_ITEMS_UPSERT, body);

  expect(status === 404 || status === 405 || (status >= 300 && status < 400)).toBe(true);
  expect(data).not.toHaveProperty('correlationId');
  expect(sandbox.store.count('line_items')).toBe(0);
});
