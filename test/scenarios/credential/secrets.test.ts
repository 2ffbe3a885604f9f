import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { expectNoSecret } from '../../support/secrets';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const settings = CONTINUING[0]![1];
const parameters = { options: { timeout: 1, maxRetries: 0, batchSize: 1 } };

const faults: Array<[string, FaultAction]> = [
  ['a refused credential', { kind: 'status', status: 401 }],
  ['missing permissions', { kind: 'status', status: 403 }],
  ['a refused batch', { kind: 'status', status: 400 }],
  ['a fault of HubSpot', { kind: 'status', status: 500 }],
  ['HTML', { kind: 'html', status: 503 }],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/', when: 'before' }],
  ['a reset connection', { kind: 'reset', when: 'before' }],
  ['half a body', { kind: 'halfBody' }],
  ['a time-out', { kind: 'hang' }],
  ['a body that drips', { kind: 'drip', bytesPerSecond: 100 }],
  ['bytes that are no text', { kind: 'invalidUtf8' }],
  ['a gzip bomb', { kind: 'gzipBomb', megabytes: 40 }],
  ['an empty body', { kind: 'emptyBody' }],
  ['COMPLETE for nothing', { kind: 'silentNoop' }],
  ['no echo', { kind: 'dropTraceIds' }],
  ['no results', { kind: 'dropResults' }],
  ['results twice', { kind: 'duplicateResults' }],
  ['results for nobody', { kind: 'foreignResults' }],
  ['another case', { kind: 'changeCase' }],
  ['errors without context', { kind: 'errorsWithoutContext' }],
  ['foreign trace ids', { kind: 'foreignTraceIds' }],
  ['errors for nobody', { kind: 'extraErrors', count: 2 }],
  ['a number that lies', { kind: 'numErrors', numErrors: 9 }],
  ['a batch that is pending', { kind: 'batchStatus', status: 'PENDING' }],
  ...[404, 409, 413, 414, 422, 423, 429, 477, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526].map(
    (status): [string, FaultAction] => [`${status}`, { kind: 'status', status }],
  ),
];

describe.each([
  ['a service key', serviceKeyOf],
  ['OAuth2', (...args: Parameters<typeof serviceKeyOf>) => oAuth2Of(args[0]).credential],
])('with %s', (_, credentialOf) => {
  it.each(faults)('%s shows no secret', async (_, fault) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ match: { path: UPSERT }, do: fault });
    const credential = credentialOf(sandbox);
    const before = structuredClone(credential);
    const run = { items: lineItems(2), credential, parameters };
    expectNoSecret(await upsert(run), [before, credential]);
    expectNoSecret(await upsert({ ...run, settings }), [before, credential]);
  });

  it('a HubSpot that cannot be reached shows no secret', async () => {
    const sandbox = await sandboxForTest();
    const credential = credentialOf(sandbox);
    await sandbox.stop();
    expectNoSecret(await upsert({ items: lineItems(2), credential, parameters }), [credential]);
  });
});

it('a grant that was revoked shows no secret', async () => {
  const sandbox = await sandboxForTest();
  const { credential, refreshToken } = oAuth2Of(sandbox);
  sandbox.oauth.revoke(refreshToken);
  const before = structuredClone(credential);
  for (const more of [{}, { settings }]) {
    const outcome = await upsert({ items: lineItems(2), credential, parameters, ...more });
    expectNoSecret(outcome, [before, credential]);
  }
});

it('a token endpoint that fails shows no secret', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  sandbox.oauth.expireAccessTokens();
  sandbox.faults.add({ match: { path: '/oauth/' }, do: { kind: 'status', status: 500 } });
  for (const more of [{}, { settings }]) {
    const outcome = await upsert({ items: lineItems(2), credential, parameters, ...more });
    expectNoSecret(outcome, [credential]);
  }
});

it('a successful run shows no secret', async () => {
  const sandbox = await sandboxForTest();
  const { credential } = oAuth2Of(sandbox);
  expectNoSecret(await upsert({ items: lineItems(2), credential }), [credential]);
});
