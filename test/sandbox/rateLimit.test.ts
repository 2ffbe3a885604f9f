import { HUBSPOT_LIMITS } from '../../sandbox/hubspot/limits/rateLimit';
import { client, sandboxForTest } from './client';

const DETAILS = '/account-info/v3/details';

/** However long a test takes, it all happens in one window. */
const stoppedClock = () => Date.UTC(2026, 0, 1);

test('every response carries the headers, an OAuth token no daily ones', async () => {
  const sandbox = await sandboxForTest();
  const byKey = await client(sandbox).get(DETAILS);
  expect(byKey.headers).toMatchObject({
    'x-hubspot-ratelimit-max': '190',
    'x-hubspot-ratelimit-remaining': '189',
    'x-hubspot-ratelimit-interval-milliseconds': '10000',
    'x-hubspot-ratelimit-daily': '1000000',
    'x-hubspot-ratelimit-daily-remaining': '999999',
  });
  const byOAuth = await client(sandbox, sandbox.oauth.consent().accessToken).get(DETAILS);
  expect(byOAuth.headers['x-hubspot-ratelimit-max']).toBe('110');
  expect(byOAuth.headers).not.toHaveProperty('x-hubspot-ratelimit-daily');
});

test('a rolling window refuses until the oldest request has left it', async () => {
  let now = Date.UTC(2026, 0, 1);
  const rateLimit = { ...HUBSPOT_LIMITS.serviceKey, perWindow: 2, windowMs: 1000 };
  const sandbox = await sandboxForTest({ rateLimit, now: () => now });
  const http = client(sandbox);
  const statusAfter = async (ms: number) => {
    now += ms;
    return (await http.get(DETAILS)).status;
  };

  expect(await statusAfter(0)).toBe(200);
  expect(await statusAfter(600)).toBe(200);
  expect(await statusAfter(399)).toBe(429);
  expect(await statusAfter(1)).toBe(200);
  expect(await statusAfter(1)).toBe(429);
});

test('a fixed window lets everything in again when it starts anew', async () => {
  let now = Date.UTC(2026, 0, 1) + 900;
  const rateLimit = { perWindow: 2, windowMs: 1000, daily: null, kind: 'fixed' } as const;
  const sandbox = await sandboxForTest({ rateLimit, now: () => now });
  const http = client(sandbox);
  const statuses = async () => [(await http.get(DETAILS)).status, (await http.get(DETAILS)).status];

  expect(await statuses()).toEqual([200, 200]);
  expect((await http.get(DETAILS)).status).toBe(429);
  now += 100;
  expect(await statuses()).toEqual([200, 200]);
});

test('the bodies of a 429 name the policy', async () => {
  const sandbox = await sandboxForTest({
    rateLimit: { ...HUBSPOT_LIMITS.serviceKey, perWindow: 1 },
    now: stoppedClock,
  });
  const rolling = client(sandbox);
  await rolling.get(DETAILS);
  expect((await rolling.get(DETAILS)).data).toMatchObject({
    errorType: 'RATE_LIMIT',
    policyName: 'TEN_SECONDLY_ROLLING',
  });

  const daily = client(sandbox, { rateLimit: { ...HUBSPOT_LIMITS.serviceKey, daily: 0 } });
  expect((await daily.get(DETAILS)).data).toMatchObject({
    message: 'You have reached your daily limit.',
    policyName: 'DAILY',
  });
});

test('requests are counted when they arrive, not when the response leaves', async () => {
  const rateLimit = { ...HUBSPOT_LIMITS.serviceKey, perWindow: 3 };
  const latency = { minMs: 50, maxMs: 50 };
  const sandbox = await sandboxForTest({ rateLimit, latency, now: stoppedClock });
  const http = client(sandbox);
  const answers = await Promise.all(Array.from({ length: 5 }, () => http.get(DETAILS)));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
});

test('limits can be switched off, and the headers alone', async () => {
  const unlimited = await sandboxForTest({ rateLimit: null });
  expect((await client(unlimited).get(DETAILS)).headers).not.toHaveProperty(
    'x-hubspot-ratelimit-max',
  );
  const gateway = await sandboxForTest({ rateLimitHeaders: false });
  expect((await client(gateway).get(DETAILS)).headers).not.toHaveProperty(
    'x-hubspot-ratelimit-max',
  );
});

test('an OAuth grant can have a limit of its own, which its tokens share', async () => {
  const sandbox = await sandboxForTest({ now: stoppedClock });
  const rateLimit = { ...HUBSPOT_LIMITS.oauth, perWindow: 2 };
  const { accessToken, refreshToken } = sandbox.oauth.consent({ rateLimit });
  const renewed = sandbox.oauth.refresh(refreshToken)!.accessToken;
  const status = async (token: string) => (await client(sandbox, token).get(DETAILS)).status;

  expect(await status(accessToken)).toBe(200);
  expect(await status(renewed)).toBe(200);
  expect(await status(accessToken)).toBe(429);
  expect(await status(sandbox.oauth.consent().accessToken)).toBe(200);
});
