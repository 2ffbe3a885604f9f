import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

const body = { inputs: [lineItem('a')] };

test.each([['crm.objects.line_items.write'], ['e-commerce']])('%s may write', async (scope) => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox, { scopes: [scope] }).post(LINE_ITEMS_UPSERT, body);
  expect(answer.status).toBe(200);
});

test.each(['errors', 'context'] as const)(
  'a missing scope is a 403 with the scopes in %s',
  async (missingScopesShape) => {
    const sandbox = await sandboxForTest({ missingScopesShape });
    const http = client(sandbox, { scopes: ['crm.objects.line_items.read'] });
    const answer = await http.post(LINE_ITEMS_UPSERT, body);

    expect(answer.status).toBe(403);
    expect(answer.data.category).toBe('MISSING_SCOPES');
    const where = missingScopesShape === 'context' ? answer.data : answer.data.errors[0]!;
    expect(where.context).toEqual({
      requiredGranularScopes: ['crm.objects.line_items.write', 'e-commerce'],
    });
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);

test('schemas and sensitive properties want scopes of their own, account details none', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { scopes: ['oauth', 'crm.schemas.contacts.read'] });

  expect((await http.get('/account-info/v3/details')).data.portalId).toBe(1234567);
  expect((await http.get('/crm/v3/properties/contacts')).status).toBe(200);
  expect((await http.get('/crm/v3/properties/contacts?dataSensitivity=sensitive')).status).toBe(
    403,
  );
  expect((await http.get('/crm-object-schemas/v3/schemas')).status).toBe(403);
});

test('a missing or unknown token is a 401', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox, 'pat-na1-unknown').get('/account-info/v3/details');
  expect(answer.status).toBe(401);
  expect(answer.data.category).toBe('INVALID_AUTHENTICATION');
});
