import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { client, sandboxForTest } from './client';

const DETAILS = '/account-info/v3/details';

async function refresh(sandbox: Sandbox, refreshToken: string, secret?: string) {
  const { clientId, clientSecret } = sandbox.oauth;
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: secret ?? clientSecret,
    refresh_token: refreshToken,
  });
  return client(sandbox).post('/oauth/v3/token', form);
}

test('an access token ends with its life, and the refresh token brings the next', async () => {
  let now = Date.now();
  const sandbox = await sandboxForTest({ tokenLifeSeconds: 30, now: () => now });
  const { accessToken, refreshToken } = sandbox.oauth.consent();
  expect((await client(sandbox, accessToken).get(DETAILS)).status).toBe(200);

  now += 31_000;
  const expired = await client(sandbox, accessToken).get(DETAILS);
  expect(expired.status).toBe(401);
  expect(expired.data.category).toBe('EXPIRED_AUTHENTICATION');
  expect(expired.data.message).toMatch(
    /^The OAuth token used to make this call expired \d+ second/,
  );
  expect(expired.data.context).toHaveProperty('expire time');

  const refreshed = await refresh(sandbox, refreshToken);
  expect(refreshed.data.refresh_token).toBe(refreshToken);
  const next = client(sandbox, String(refreshed.data.access_token));
  expect((await next.get(DETAILS)).status).toBe(200);
  expect(sandbox.oauth.refreshes).toBe(1);
});

test('a revoked grant ends its tokens and cannot be refreshed', async () => {
  const sandbox = await sandboxForTest();
  const { accessToken, refreshToken } = sandbox.oauth.consent();
  sandbox.oauth.revoke(refreshToken);

  const refused = await client(sandbox, accessToken).get(DETAILS);
  expect(refused.data.category).toBe('INVALID_AUTHENTICATION');
  const answer = await refresh(sandbox, refreshToken);
  expect(answer.status).toBe(400);
  expect(answer.data).toEqual({
    error: 'invalid_grant',
    error_description: 'refresh token is invalid, expired or revoked',
    status: 'BAD_REFRESH_TOKEN',
    message: 'refresh token is invalid, expired or revoked',
  });
});

test('access tokens can be made to expire at once', async () => {
  const sandbox = await sandboxForTest();
  const { accessToken } = sandbox.oauth.consent();
  sandbox.oauth.expireAccessTokens();
  expect((await client(sandbox, accessToken).get(DETAILS)).status).toBe(401);
});

test('refresh tokens can rotate', async () => {
  const sandbox = await sandboxForTest({ rotateRefreshTokens: true });
  const { refreshToken } = sandbox.oauth.consent();
  const first = await refresh(sandbox, refreshToken);

  expect(first.data.refresh_token).not.toBe(refreshToken);
  expect((await refresh(sandbox, refreshToken)).status).toBe(400);
  expect((await refresh(sandbox, String(first.data.refresh_token))).status).toBe(200);
});

test('a wrong client secret is refused', async () => {
  const sandbox = await sandboxForTest();
  const { refreshToken } = sandbox.oauth.consent();
  expect((await refresh(sandbox, refreshToken, 'wrong')).data.status).toBe('BAD_CLIENT_SECRET');
});
