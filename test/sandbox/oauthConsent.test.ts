import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { client, sandboxForTest } from './client';
import type { Http } from './client';

const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback';

function request(sandbox: Sandbox, more: Record<string, string> = {}) {
  return new URLSearchParams({
    client_id: sandbox.oauth.clientId,
    redirect_uri: REDIRECT,
    scope: 'oauth crm.objects.contacts.write',
    optional_scope: 'crm.schemas.contacts.read no.such.scope',
    state: 's t&te',
    ...more,
  });
}

/** Presses a button of the page, and returns where the browser is sent. */
async function press(http: Http, sandbox: Sandbox, decision: 'allow' | 'deny') {
  const form = request(sandbox, {
    scope: 'oauth crm.objects.contacts.write',
    decision,
  });
  const answer = await http.post('/oauth/authorize', form);
  expect(answer.status).toBe(302);
  return new URL(String(answer.headers.location));
}

function tokenForm(sandbox: Sandbox, fields: Record<string, string>) {
  const { clientId, clientSecret } = sandbox.oauth;
  return new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });
}

test('the page shows the granted scopes and both buttons', async () => {
  const sandbox = await sandboxForTest();
  const answer = await client(sandbox).get(`/oauth/authorize?${request(sandbox).toString()}`);

  const page: unknown = answer.data;
  expect(answer.status).toBe(200);
  expect(page).toContain('crm.schemas.contacts.read');
  expect(page).not.toContain('no.such.scope');
  expect(page).toMatch(/value="allow"[\s\S]*value="deny"/);
});

test('allowing leads to a code, and the code to tokens that work, once', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox);
  const target = await press(http, sandbox, 'allow');
  expect(target.searchParams.get('state')).toBe('s t&te');

  const form = tokenForm(sandbox, {
    grant_type: 'authorization_code',
    code: target.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT,
  });
  const tokens = await http.post('/oauth/v3/token', form);
  expect(tokens.status).toBe(200);
  expect(tokens.data).toMatchObject({ token_type: 'bearer', hub_id: 1234567, expires_in: 1800 });

  const http2 = client(sandbox, String(tokens.data.access_token));
  expect((await http2.get('/crm/v3/properties/contacts')).status).toBe(200);
  expect((await http2.get('/crm/v3/properties/deals')).status).toBe(403);
  expect((await http.post('/oauth/v1/token', form)).data.status).toBe('BAD_AUTH_CODE');
});

test('denying leads back with an error', async () => {
  const sandbox = await sandboxForTest();
  const target = await press(client(sandbox), sandbox, 'deny');
  expect(target.searchParams.get('error')).toBe('access_denied');
});

test.each([
  ['an unknown client', { client_id: 'x' }, /client ID/],
  ['a scope that the app lacks', { scope: 'oauth crm.objects.foo.write' }, /crm\.objects\.foo/],
  ['markup in a scope', { scope: '<script>' }, /&#60;script&#62;/],
  ['no redirect address', { redirect_uri: 'javascript:alert(1)' }, /redirect URL/],
])('%s shows an error page', async (_case, fields, words) => {
  const sandbox = await sandboxForTest();
  const query = request(sandbox, fields).toString();
  const answer = await client(sandbox).get(`/oauth/authorize?${query}`);

  expect(answer.status).toBe(400);
  expect(answer.data).toMatch(words);
});
