import { inspect } from 'node:util';
import type { ReplyFnContext } from 'nock';
import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import type { NodeCredential, NodeOutcome } from '../../sandbox/engine/runNode';
import { nock } from '../support/interceptors';
import { CONTINUING } from '../support/onError';
import { sandboxForTest, UPSERT } from '../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyFor, serviceKeyOf, upsert } from '../support/upsert';
import { virtualTime } from '../support/virtualTime';

virtualTime();

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
  const everything = inspect([outcome, logged], {
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

/** Whatever the node, or n8n on its behalf, writes to the console or its log. */
const logged: unknown[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, level).mockImplementation((...words) => logged.push(words));
  }
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((words) => logged.push(words) > 0);
  }
});
afterEach(() => jest.restoreAllMocks());

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

const ACCESS_TOKEN = 'CJSP5qf1KhICAQEYs-gDIIGOBii1hQIyGQAf3xBKmlwHjX7OIpuIFEavB2-qYAGQsF4';

/** How something on the way may quote a request's header, and the key in it. */
const QUOTES: Array<[name: string, quote: (header: string) => object]> = [
  ['in a sentence', (header) => ({ message: `Bad request: authorization=${header}` })],
  ['without Bearer', (header) => ({ message: `Bad key ${header.replace('Bearer ', '')}` })],
  ['as JSON', (header) => ({ context: { headers: [JSON.stringify({ authorization: header })] } })],
  ['under its name', (header) => ({ context: { Authorization: [header] } })],
];

describe.each(['pat-na1-never-to-be-seen', ACCESS_TOKEN])('a gateway that quotes %s', (key) => {
  it.each(QUOTES.flatMap((quote) => [200, 400, 401].map((status) => [...quote, status] as const)))(
    '%s shows no secret (%#)',
    async (_, quoteOf, status) => {
      const reply = function (this: ReplyFnContext): [number, object] {
        const quote = { message: 'no', ...quoteOf(String(this.req.headers.authorization)) };
        return [status, { status: 'error', ...quote, errors: [quote], results: [] }];
      };
      nock('https://gateway.example')
        .persist()
        .get(/properties/)
        .reply(200, { results: [] })
        .post(/batch/)
        .reply(reply);
      const credential = serviceKeyFor('https://gateway.example', key);
      for (const more of [{}, { settings }]) {
        const outcome = await upsert({ items: lineItems(2), credential, parameters, ...more });
        expectNoSecret(outcome, [credential]);
      }
    },
  );
});
