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

test.each([
  ['requiredScopes', 'One or more of the following scopes are required.'],
  ['missingScopes', 'One or more of the following scopes are required.'],
] as const)('they may be called %s', async (missingScopesShape, message) => {
  const sandbox = await sandboxForTest({ missingScopesShape });
  const { data } = await client(sandbox, { scopes: [] }).post(LINE_ITEMS_UPSERT, body);
  expect(data.errors).toEqual([
    { message, context: { [missingScopesShape]: ['crm.objects.line_items.write', 'e-commerce'] } },
  ]);
});

test.each(['allOf', 'message'] as const)(
  'all of them may be wanted: %s',
  async (missingScopesShape) => {
    const sandbox = await sandboxForTest({ missingScopesShape });
    const scopes = ['crm.objects.line_items.write', 'e-commerce'];
    const refused = await client(sandbox, { scopes: scopes.slice(1) }).post(
      LINE_ITEMS_UPSERT,
      body,
    );
    const granted = await client(sandbox, { scopes }).post(LINE_ITEMS_UPSERT, body);

    expect([refused.status, granted.status]).toEqual([403, 200]);
    expect(JSON.stringify(refused.data)).toContain('All of the following scopes are required');
    for (const scope of scopes) expect(JSON.stringify(refused.data)).toContain(scope);
  },
);

test.each(['BANNED', 'USER_DOES_NOT_HAVE_PERMISSIONS'] as const)(
  'a 403 may be none of scopes: %s',
  async (ban) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ do: { kind: 'status', status: 403, ban } });
    const { status, data } = await client(sandbox).post(LINE_ITEMS_UPSERT, body);
    expect([status, data.category]).toEqual([403, ban]);
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
