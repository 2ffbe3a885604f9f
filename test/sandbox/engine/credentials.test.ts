import { connected, items, key, oAuth2, request, run } from './probe';
import { apiForTests } from './probeApi';

const api = apiForTests();

describe('credentials', () => {
  it('are put into the request as the type says', async () => {
    const credential = { type: key.name, data: { baseUrl: api.current.url, key: 'fresh-key' } };
    const { success } = await run(request(key.name), { credential });
    expect(success.map(({ json }) => json.status)).toEqual([207, 207, 207]);
    expect(api.current.calls('/ping').map((call) => call.authorization)).toEqual(
      Array(3).fill('Bearer fresh-key'),
    );
  });

  it('refresh a stale OAuth2 token once for all requests, and keep the new one', async () => {
    const credential = connected(api.current, 'stale');
    const { success, thrown } = await run(request(oAuth2.name), { credential, items: items(10) });
    expect(thrown).toBeUndefined();
    expect(success.map(({ json }) => json.status)).toEqual(Array(10).fill(207));

    const refreshes = api.current.calls('/oauth/v3/token');
    expect(refreshes).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(refreshes[0]?.body))).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'refresh',
      client_id: 'id',
      client_secret: 'secret',
    });
    expect(credential.data.oauthTokenData).toMatchObject({
      access_token: 'fresh-1',
      refresh_token: 'refresh',
    });

    await run(request(oAuth2.name), { credential });
    expect(api.current.calls('/oauth/v3/token')).toHaveLength(1);
  });

  it('are refused when none is set', async () => {
    const { thrown } = await run(request(key.name));
    expect(thrown?.message).toMatch('Node does not require credentials');
  });
});

it('the engine keeps many executions in one process apart', async () => {
  const credentials = Array.from({ length: 20 }, () => connected(api.current, 'stale'));
  const outcomes = await Promise.all(
    credentials.map((credential, index) =>
      run(request(oAuth2.name), { credential, items: items(index + 1) }),
    ),
  );
  expect(outcomes.map(({ success }) => success.length)).toEqual(
    credentials.map((_, index) => index + 1),
  );
  expect(api.current.calls('/oauth/v3/token')).toHaveLength(20);
});
