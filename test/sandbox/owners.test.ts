import { client, sandboxForTest } from './client';

const UPSERT = '/crm/v3/objects/contacts/batch/upsert';
const contact = (hubspot_owner_id: string) => ({
  id: 'a@example.com',
  idProperty: 'email',
  objectWriteTraceId: 't',
  properties: { hubspot_owner_id },
});

test.each(['/crm/v3/owners', '/crm/owners/2026-09'])(
  '%s lists owners page by page, and archived ones by themselves',
  async (path) => {
    const sandbox = await sandboxForTest();
    sandbox.store.addOwner('7', 'new@example.com');
    sandbox.store.addOwner('8', 'gone@example.com', { archived: true });
    const http = client(sandbox);

    const first = await http.get(`${path}?limit=2`);
    const { next } = first.data.paging as { next: { after: string } };
    const second = await http.get(`${path}?limit=2&after=${next.after}`);
    const former = await http.get(`${path}?archived=true`);

    expect(first.data.results.map(({ id }) => id)).toEqual(['41629779', '60158084']);
    expect(second.data.results).toMatchObject([
      { id: '7', email: 'new@example.com', type: 'PERSON', archived: false },
    ]);
    expect(second.data.paging).toBeUndefined();
    expect(former.data.results).toMatchObject([{ id: '8', archived: true }]);
  },
);

test('a page holds no more than HubSpot gives', async () => {
  const sandbox = await sandboxForTest({ ownersPageSize: 1 });
  const { data } = await client(sandbox).get('/crm/v3/owners?limit=500');
  expect(data.results).toHaveLength(1);
});

test('owners want a scope of their own', async () => {
  const sandbox = await sandboxForTest();
  const scopes = ['crm.objects.contacts.write', 'crm.objects.contacts.read'];
  const { status, data } = await client(sandbox, { scopes }).get('/crm/v3/owners');
  expect(status).toBe(403);
  expect(data.errors[0]!.context).toEqual({ requiredGranularScopes: ['crm.objects.owners.read'] });
});

test.each([
  ['41629779', 200],
  ['404', 207],
  ['jo.smith@example.com', 207],
])('a record may be owned by %s: %i', async (owner, expected) => {
  const sandbox = await sandboxForTest();
  const { status, data } = await client(sandbox).post(UPSERT, { inputs: [contact(owner)] });
  expect(status).toBe(expected);
  if (status === 207) expect(data.errors[0]!.message).toContain('INVALID_OPTION');
});
