import type { IDataObject } from 'n8n-workflow';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { nock } from '../../support/interceptors';
import { letGoOfLongTimers } from '../../support/longTimers';
import { sandboxForTest, storedKeys, TOKEN, until, UPSERT } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

letGoOfLongTimers();

/** n8n waits 300 seconds for a silent token endpoint, and for ever for the others: so would these tests. */
const WITHOUT_END: Array<[string, FaultAction]> = [
  ['silence', { kind: 'hang' }],
  ['headers alone', { kind: 'stall', after: 'headers' }],
  ['a body without an end', { kind: 'stall', after: 'body' }],
  ['a body that drips', { kind: 'drip', bytesPerSecond: 20 }],
  ['101 Switching Protocols', { kind: 'switchingProtocols' }],
];

const COUNT = 3;
const options = { timeout: 3, maxRetries: 0, batchSize: 1, maxConcurrency: 1 };
const parameters = { options };

describe.each(WITHOUT_END)('%s at the token endpoint', (_, fault) => {
  it('ends the run before anything is written', async () => {
    const sandbox = await sandboxForTest();
    const { credential } = oAuth2Of(sandbox);
    sandbox.oauth.expireAccessTokens();
    sandbox.faults.add({ match: { path: TOKEN }, do: fault });
    const outcome = await upsert({ items: lineItems(COUNT), credential, parameters });
    expectAllAccounted(outcome, COUNT);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', retryable: true });
      expect(failure.message).toMatch(
        /did not answer within 3 seconds, the renewal of the access token included/,
      );
    }
    expect(sandbox.log.upserts()).toEqual([]);
  });

  it('amid the run leaves what was written on Success', async () => {
    const sandbox = await sandboxForTest();
    const { credential } = oAuth2Of(sandbox);
    sandbox.faults.add({
      match: { path: UPSERT, nth: 2 },
      do: { kind: 'status', status: 401, body: { category: 'EXPIRED_AUTHENTICATION' } },
    });
    sandbox.faults.add({ match: { path: TOKEN }, do: fault });
    const outcome = await upsert({ items: lineItems(COUNT), credential, parameters });
    expectAllAccounted(outcome, COUNT);
    expect(storedKeys(sandbox)).toEqual(['K-0', 'K-2']);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'created', idValue: 'K-0' },
      { outcome: 'created', idValue: 'K-2' },
    ]);
    expect(failuresOf(outcome)).toMatchObject([
      { idValue: 'K-1', category: 'TIMEOUT', attempted: true, retryable: true, httpStatus: null },
    ]);
  });
});

it('a run that waits for a token can be stopped', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  sandbox.oauth.expireAccessTokens();
  sandbox.faults.add({ match: { path: TOKEN }, do: { kind: 'hang' } });
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(COUNT),
    credential,
    parameters: { options: { timeout: 300 } },
    signal: stop.signal,
  });
  await until(() => sandbox.log.entries.some(({ path }) => path === TOKEN));
  stop.abort();
  const { run } = await running;
  expect(run.status).toBe('canceled');
});

it('a token that comes too late sends nothing late', async () => {
  const baseUrl = 'https://gateway.example';
  let giveToken = (): void => undefined;
  const given = new Promise<void>((resolve) => (giveToken = resolve));
  const sent: unknown[] = [];
  const reply = function (this: { req: { headers: object } }, _: string, body: unknown) {
    const { authorization } = this.req.headers as { authorization: string };
    if (authorization === 'Bearer old') return [401, { category: 'EXPIRED_AUTHENTICATION' }];
    const { inputs } = body as { inputs: IDataObject[] };
    sent.push(...inputs.map(({ id }) => id));
    return [200, { results: inputs.map((input) => ({ ...input, new: true })) }];
  };
  nock(baseUrl)
    .persist()
    .get(/properties/)
    .reply(200, { results: [] })
    .post(/batch.upsert/)
    .reply(reply as never)
    .post('/oauth/v3/token')
    .reply(async () => {
      await given;
      return [200, { access_token: 'new', token_type: 'bearer' }];
    });
  const credential = {
    id: 'late',
    type: 'hubspotBatchOAuth2Api',
    data: {
      baseUrl,
      clientId: 'client',
      clientSecret: 'secret',
      oauthTokenData: { access_token: 'old', refresh_token: 'refresh', token_type: 'bearer' },
    } as IDataObject,
  };
  const late = await upsert({
    items: lineItems(1),
    credential: credential as never,
    parameters: { options: { ...options, timeout: 1 } },
  });
  expect(failuresOf(late)).toMatchObject([{ idValue: 'K-0', category: 'TIMEOUT' }]);
  giveToken();
  await until(() => JSON.stringify(credential.data).includes('"new"'));
  const next = await upsert({ items: lineItems(1, 1), credential: credential as never });
  expect(writtenOf(next)).toMatchObject([{ idValue: 'K-1' }]);
  expect(sent).toEqual(['K-1']);
});

describe('101 Switching Protocols as the answer to a batch', () => {
  it.each([
    ['OAuth2', (sandbox: Parameters<typeof oAuth2Of>[0]) => oAuth2Of(sandbox).credential],
    ['a service key', serviceKeyOf],
  ])('is a lost answer: the store tells what became of it (%s)', async (_, credentialOf) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({
      match: { path: UPSERT, nth: 1 },
      do: { kind: 'switchingProtocols', when: 'after' },
    });
    sandbox.faults.add({
      match: { path: UPSERT, nth: 2 },
      do: { kind: 'switchingProtocols', when: 'before' },
    });
    const outcome = await upsert({
      items: lineItems(COUNT),
      credential: credentialOf(sandbox),
      parameters,
    });
    expectAllAccounted(outcome, COUNT);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'written', idValue: 'K-0' },
      { outcome: 'created', idValue: 'K-2' },
    ]);
    expect(failuresOf(outcome)).toMatchObject([
      { idValue: 'K-1', category: 'TIMEOUT', attempted: true, retryable: true },
    ]);
  });
});
