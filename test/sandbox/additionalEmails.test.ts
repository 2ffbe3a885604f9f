import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';

const UPSERT = '/crm/v3/objects/contacts/batch/upsert';

/** An account with a contact of two addresses. */
async function account(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const id = sandbox.store.put('contacts', { email: 'new@example.org' });
  sandbox.store.addEmail(id, 'Old@example.org');
  const http = client(sandbox);
  return {
    sandbox,
    id,
    upsert: (...inputs: object[]) => http.post(UPSERT, { inputs }),
    read: (email: string) =>
      http.post('/crm/v3/objects/contacts/batch/read', {
        idProperty: 'email',
        inputs: [{ id: email }],
        properties: ['email', 'hs_additional_emails', 'firstname'],
        propertiesWithHistory: [],
      }),
    stored: () => sandbox.store.find('contacts', 'hs_object_id', id)!.properties,
  };
}

function contact(email: string, properties: Record<string, string> = { firstname: 'A' }) {
  return { id: email, idProperty: 'email', objectWriteTraceId: `trace-${email}`, properties };
}

test('a contact is found by an additional address, and shows and keeps its primary one', async () => {
  const { sandbox, id, upsert, read } = await account({ keyInResults: 'always' });
  const written = await upsert(contact('OLD@example.org'));
  const found = await read('old@example.org');

  expect(written.data.results).toMatchObject([
    { id, new: false, properties: { email: 'new@example.org' } },
  ]);
  expect(found.data.results).toMatchObject([
    {
      id,
      properties: {
        email: 'new@example.org',
        hs_additional_emails: 'old@example.org',
        firstname: 'A',
      },
    },
  ]);
  expect(sandbox.store.count('contacts')).toBe(1);
});

test('an additional address becomes the primary one where it is sent as email', async () => {
  const { id, upsert, read, stored } = await account();
  await upsert(contact('old@example.org', { email: 'old@example.org' }));

  expect(stored()).toEqual({ email: 'old@example.org', hs_additional_emails: 'new@example.org' });
  expect((await read('new@example.org')).data.results).toMatchObject([{ id }]);
});

test('additional addresses can be written, appended to and taken away', async () => {
  const { sandbox, upsert } = await account();
  const write = (hs_additional_emails: string) =>
    upsert(contact('new@example.org', { hs_additional_emails }));
  const isThere = (email: string) => sandbox.store.find('contacts', 'email', email) !== undefined;

  await write(';Third@example.org');
  expect(['old@example.org', 'third@example.org'].map(isThere)).toEqual([true, true]);
  await write('');
  expect(['old@example.org', 'third@example.org'].map(isThere)).toEqual([false, false]);
  expect((await write('third')).data.errors[0]!.message).toContain('INVALID_EMAIL');
});

test.each(['email', 'hs_additional_emails'])(
  'an address of another contact is refused in %s, be it an additional one',
  async (property) => {
    const { id, upsert } = await account();
    const { data } = await upsert(contact('bo@example.org', { [property]: 'old@example.org' }));
    expect(data.errors[0]!.message).toMatch(
      new RegExp(`propertyName=email, value=old@example.org.* ${id} already has that value`),
    );
  },
);

const both = [
  contact('new@example.org', { firstname: 'A', lastname: 'L' }),
  contact('old@example.org', { firstname: 'B' }),
];

test('two addresses of one contact in one batch are two results of one record', async () => {
  const { id, upsert, stored } = await account();
  const { data } = await upsert(...both);

  expect(data.results.map((result) => result.id)).toEqual([id, id]);
  expect(stored()).toMatchObject({ firstname: 'B', lastname: 'L' });
});

test('or they refuse the batch as duplicate ids', async () => {
  const { upsert, stored } = await account({ duplicateRecords: 'refused' });
  const { status, data } = await upsert(...both);

  expect(status).toBe(400);
  expect(data).toMatchObject({
    message: 'Duplicate IDs found in batch input: [old@example.org]. IDs must be unique',
    context: { ids: ['old@example.org'] },
  });
  expect(stored()).not.toHaveProperty('firstname');
});
