import { inspect } from 'node:util';
import type { ReplyFnContext } from 'nock';
import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import type { NodeCredential, NodeOutcome } from '../../sandbox/engine/runNode';
import { nock } from '../support/interceptors';
import { CONTINUING } from '../support/onError';
import { sandboxForTest, UPSERT } from '../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyFor, serviceKeyOf, upsert } from '../support/upsert';

const settings = CONTINUING[0]![1];
const parameters = { options: { timeout: 1, maxRetries: 0, batchSize: 1 } };

/** Every secret of the credential, those that a renewal brought included. */
function secretsOf({ data }: NodeCredential): string[] {
  const tokens = Object.entries(data.oauthTokenData ?? {}).flatMap(([name, value]) =>
    /_token$/.test(name) ? [String(value)] : [],
  );
  return [data.serviceKey, data.clientSecret].filter(Boolean).map(String).concat(tokens);
}

function expectNoSecret(outcome: NodeOutcome, credentials: NodeCredential[]): void {
  const everything = inspect(outcome, {
    depth: null,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
  const { success, error, hints, thrown } = outcome;
  const asJson = JSON.stringify({ success, error, hints, thrown });
  const secrets = credentials.flatMap(secretsOf);
  expect(secrets.length).toBeGreaterThan(0);
  for (const secret of secrets) {
    expect(everything.includes(secret)).toBe(false);
    expect(asJson.includes(secret)).toBe(false);
  }
}

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

it.each([200, 400, 401])(
  'a gateway that quotes the request in a %i shows no secret',
  async (status) => {
    const quote = function (this: ReplyFnContext): [number, object] {
      const message = `Bad request: authorization=${String(this.req.headers.authorization)}`;
      return [status, { status: 'error', message, errors: [{ message }], results: [] }];
    };
    nock('https://gateway.example')
      .persist()
      .get(/properties/)
      .reply(200, { results: [] })
      .post(/batch/)
      .reply(quote);
    const credential = serviceKeyFor('https://gateway.example', 'pat-na1-never-to-be-seen');
    for (const more of [{}, { settings }]) {
      const outcome = await upsert({ items: lineItems(2), credential, parameters, ...more });
      expectNoSecret(outcome, [credential]);
    }
  },
);
