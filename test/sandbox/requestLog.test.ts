import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

test('the log holds what came, in order, and which records were written', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { label: 'my key' });
  await http.get('/crm/v3/properties/line_items?dataSensitivity=non_sensitive');
  const body = { inputs: [lineItem('a'), lineItem('b', { quantity: 'x' })] };
  await http.post(LINE_ITEMS_UPSERT, body);
  await http.get('/no/such/path');

  expect(sandbox.log.entries.map(({ seq, status }) => [seq, status])).toEqual([
    [1, 200],
    [2, 207],
    [3, 404],
  ]);
  const record = sandbox.store.find('line_items', 'invoice_line_key', 'a');
  expect(sandbox.log.upserts()).toEqual([
    expect.objectContaining({
      method: 'POST',
      path: LINE_ITEMS_UPSERT,
      objectType: 'line_items',
      token: 'my key',
      body,
      inputIds: ['a', 'b'],
      written: [record?.id],
    }),
  ]);
});

test('tokens and secrets never stand in it', async () => {
  const sandbox = await sandboxForTest();
  const key = sandbox.tokens.serviceKey();
  const { clientId, clientSecret } = sandbox.oauth;
  const { accessToken, refreshToken } = sandbox.oauth.consent();
  await client(sandbox, key).post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] });
  await client(sandbox, accessToken).get('/account-info/v3/details');
  await client(sandbox).post(
    '/oauth/v3/token',
    new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    }),
  );

  const log = JSON.stringify(sandbox.log.entries);
  expect(log).toContain('oauth 1');
  for (const secret of [key, accessToken, refreshToken, clientSecret]) {
    expect(log).not.toContain(secret);
  }
});
