import { client, lineItem, sandboxForTest } from './client';

test('a contact is found by an additional e-mail address, and keeps its own', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('contacts', { email: 'first@example.org' });
  sandbox.store.addEmail(id, 'Second@example.org');
  const http = client(sandbox);
  const input = { ...lineItem('second@example.org', { firstname: 'A' }), idProperty: 'email' };
  const written = await http.post('/crm/v3/objects/contacts/batch/upsert', { inputs: [input] });
  const read = await http.post('/crm/v3/objects/contacts/batch/read', {
    idProperty: 'email',
    inputs: [{ id: 'second@example.org' }],
    properties: ['email', 'firstname'],
    propertiesWithHistory: [],
  });

  expect(written.data.results).toMatchObject([{ id, new: false }]);
  expect(read.data.results).toMatchObject([
    { id, properties: { email: 'first@example.org', firstname: 'A' } },
  ]);
  expect(sandbox.store.count('contacts')).toBe(1);
});
