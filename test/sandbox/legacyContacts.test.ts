import { client, sandboxForTest } from './client';

const byEmail = (email: string) => `/contacts/v1/contact/createOrUpdate/email/${email}`;
const listed = (properties: Record<string, string | number>) => ({
  properties: Object.entries(properties).map(([property, value]) => ({ property, value })),
});

test('a contact is created by its e-mail and updated the next time, in any case', async () => {
  const sandbox = await sandboxForTest();
  const { store, log } = sandbox;
  const http = client(sandbox);
  const created = await http.post(byEmail('Ada@example.com'), listed({ firstname: 'Ada' }));
  const updated = await http.post(byEmail('ada@example.com'), listed({ annualrevenue: 7 }));

  const vid = Number(store.find('contacts', 'email', 'ada@example.com')?.id);
  expect(created.data).toEqual({ vid, isNew: true });
  expect(updated.data).toEqual({ vid, isNew: false });
  expect(store.find('contacts', 'email', 'ada@example.com')?.properties).toMatchObject({
    firstname: 'Ada',
    annualrevenue: '7',
  });
  expect(log.of('legacyUpsert').map(({ written }) => written)).toEqual([
    [String(vid)],
    [String(vid)],
  ]);
});

test('a profile has each property with its versions', async () => {
  const sandbox = await sandboxForTest();
  const vid = sandbox.store.put('contacts', { email: 'ada@example.com', firstname: 'Ada' });
  const http = client(sandbox);
  const { data } = await http.get(`/contacts/v1/contact/vid/${vid}/profile`);

  expect(data.vid).toBe(Number(vid));
  expect(data.properties).toMatchObject({ firstname: { value: 'Ada' } });
  expect((await http.get('/contacts/v1/contact/vid/404/profile')).status).toBe(404);
});

test('a value that does not fit is told in validationResults, and nothing is written', async () => {
  const sandbox = await sandboxForTest();
  const refused = await client(sandbox).post(
    byEmail('ada@example.com'),
    listed({ firstname: 'Ada', annualrevenue: 'much' }),
  );

  expect(refused.status).toBe(400);
  expect(refused.data.validationResults).toEqual([
    expect.objectContaining({ isValid: false, name: 'annualrevenue' }),
  ]);
  const noAddress = await client(sandbox).post(byEmail('nobody'), listed({ firstname: 'Ada' }));
  expect(noAddress.data.validationResults).toEqual([
    expect.objectContaining({ error: 'INVALID_EMAIL' }),
  ]);
  expect(sandbox.store.count('contacts')).toBe(0);
});

test('a unique value that another contact has is refused', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('contacts', { email: 'bob@example.com', customer_number: '1' });
  const refused = await client(sandbox).post(
    byEmail('ada@example.com'),
    listed({ customer_number: '1' }),
  );

  expect(refused.status).toBe(400);
  expect(refused.data.message).toContain('already has that value');
  expect(sandbox.store.count('contacts')).toBe(1);
});

test('a request without a key is not let in', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox, 'unknown').post(byEmail('ada@example.com'), listed({}));
  expect(answer.status).toBe(401);
});
