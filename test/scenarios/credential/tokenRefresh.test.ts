import { expectAllAccounted } from '../../support/accounted';
import { hubspotAnswers } from '../../support/answers';
import { itWithSample } from '../../support/samples';
import { renewalAnswers, staleOAuth2 } from '../../support/staleToken';
import { sandboxForTest, storedKeys, TOKEN, until, UPSERT } from '../../support/sandbox';
import { lineItems, oAuth2Of, upsert } from '../../support/upsert';

const COUNT = 30;
const oneByOne = { options: { batchSize: 1, maxConcurrency: 10, maxRetries: 2 } };
const latency = { minMs: 10, maxMs: 30 };

function expectAllWritten(outcome: Awaited<ReturnType<typeof upsert>>): void {
  expectAllAccounted(outcome, COUNT);
  expect(outcome.success).toHaveLength(COUNT);
}

it('a token that has expired before the run is renewed once', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  sandbox.oauth.expireAccessTokens();
  const outcome = await upsert({ items: lineItems(COUNT), credential, parameters: oneByOne });
  expectAllWritten(outcome);
  expect(sandbox.oauth.refreshes).toBe(1);
});

it('a token that expires amid concurrent requests is renewed once, and nothing is lost', async () => {
  const sandbox = await sandboxForTest({ latency });
  const { credential } = oAuth2Of(sandbox);
  const running = upsert({ items: lineItems(COUNT), credential, parameters: oneByOne });
  await until(() => sandbox.log.upserts().length >= 12);
  sandbox.oauth.expireAccessTokens();
  const outcome = await running;
  expectAllWritten(outcome);
  expect(sandbox.oauth.refreshes).toBe(1);
  expect(sandbox.log.upserts().some(({ status }) => status === 401)).toBe(true);
  const written = sandbox.log.upserts().filter(({ status }) => status === 200);
  expect(written).toHaveLength(COUNT);
  expect(storedKeys(sandbox)).toHaveLength(COUNT);
});

it('a refresh token that changes with every renewal is kept', async () => {
  const sandbox = await sandboxForTest({ rotateRefreshTokens: true });
  const { credential, refreshToken } = oAuth2Of(sandbox);
  for (const from of [0, 10, 20]) {
    sandbox.oauth.expireAccessTokens();
    const { success } = await upsert({ items: lineItems(10, from), credential });
    expect(success).toHaveLength(10);
  }
  expect(sandbox.oauth.refreshes).toBe(3);
  expect(credential.data.oauthTokenData).not.toMatchObject({ refresh_token: refreshToken });
});

it('a retried request carries the token of its own time', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  sandbox.faults.add({
    match: { path: UPSERT, nth: 1 },
    do: { kind: 'status', status: 429, policy: 'SECONDLY' },
  });
  const running = upsert({ items: lineItems(2), credential });
  await until(() => sandbox.log.upserts().length === 1);
  sandbox.oauth.expireAccessTokens();
  const outcome = await running;
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  expect(sandbox.oauth.refreshes).toBe(1);
  expect(sandbox.log.upserts().map(({ status }) => status)).toEqual([429, 401, 200]);
});

it('a token endpoint that is down for a moment costs no item', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  sandbox.faults.add({
    match: { path: TOKEN, nth: 1 },
    do: { kind: 'status', status: 503, retryAfterSeconds: 0 },
  });
  const running = upsert({
    items: lineItems(4),
    credential,
    parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 2 } },
  });
  await until(() => sandbox.log.upserts().length >= 1);
  sandbox.oauth.expireAccessTokens();
  const outcome = await running;
  expectAllAccounted(outcome, 4);
  expect(outcome.success).toHaveLength(4);
});

itWithSample('oauth.200.token.json', 'the new token signs what follows', async (sample) => {
  const renewal = renewalAnswers(sample, 'xxx...');
  const heard = hubspotAnswers({});
  const credential = staleOAuth2();
  const outcome = await upsert({ items: lineItems(2), credential });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  expect(renewal.isDone()).toBe(true);
  expect(heard.upserts).toHaveLength(1);
  expect(credential.data.oauthTokenData).toMatchObject({
    access_token: 'xxx...',
    refresh_token: 'na1-aaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  });
});
