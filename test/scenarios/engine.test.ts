import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  NodeConnectionTypes,
  NodeOperationError,
  type ICredentialType,
  type IDataObject,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type INodeExecutionData,
  type INodeType,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { loadMappingFields, searchList } from '../../sandbox/engine/loadOptions';
import { runNode, type NodeCredential, type NodeRun } from '../../sandbox/engine/runNode';

/** Tokens "fresh-…" are good, every other is stale; `/hang` never answers. */
class Api {
  readonly seen: Array<{ path: string; authorization?: string; body: string }> = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Api> {
    const server = createServer();
    const api = new Api(server);
    server.on('request', (request: IncomingMessage, response) => {
      void text(request).then((body) => {
        const path = request.url ?? '';
        const { authorization } = request.headers;
        api.seen.push({ path, authorization, body });
        if (path === '/hang') return;
        const [status, answer] = api.answer(path, authorization);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  calls(path: string) {
    return this.seen.filter((call) => call.path === path);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(path: string, authorization = ''): [number, IDataObject] {
    if (path === '/oauth/v3/token') {
      return [200, { access_token: `fresh-${this.calls(path).length}`, token_type: 'bearer' }];
    }
    return authorization.startsWith('Bearer fresh-') ? [207, { ok: true }] : [401, {}];
  }
}

const oAuth2: ICredentialType = {
  name: 'probeOAuth2Api',
  displayName: 'Probe OAuth2 API',
  extends: ['oAuth2Api'],
  properties: [
    { displayName: 'Base URL', name: 'baseUrl', type: 'string', default: 'http://unset' },
    { displayName: 'Grant', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
    { displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      default: '={{$self["baseUrl"].replace(/\\/+$/, "")}}/oauth/v3/token',
    },
  ],
};

const key: ICredentialType = {
  name: 'probeKeyApi',
  displayName: 'Probe Key API',
  properties: [
    { displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
    { displayName: 'Key', name: 'key', type: 'string', default: '' },
  ],
  authenticate: {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.key}}' } },
  },
};

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const description: INodeTypeDescription = {
  displayName: 'Probe',
  name: 'probe',
  group: ['output'],
  version: 1,
  description: 'Does what a test tells it',
  defaults: { name: 'Probe' },
  inputs: [NodeConnectionTypes.Main],
  outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
  outputNames: ['Success', 'Error'],
  credentials: [{ name: oAuth2.name }, { name: key.name }],
  properties: [
    { displayName: 'Greeting', name: 'greeting', type: 'string', default: 'hello' },
    { displayName: 'Path', name: 'path', type: 'string', default: '/ping' },
  ],
};

const probe = (execute: Execute): INodeType => ({ description, execute });

const items = (count: number): INodeExecutionData[] =>
  Array.from({ length: count }, (_, n) => ({ json: { n } }));

const run = (execute: Execute, given: Partial<NodeRun> = {}) =>
  runNode({
    nodeType: probe(execute),
    parameters: {},
    items: items(3),
    credentialTypes: [oAuth2, key],
    ...given,
  });

const evenOdd: Execute = function () {
  const paired = this.getInputData().map(({ json }, item) => ({ json, pairedItem: { item } }));
  this.addExecutionHints({ message: 'split', location: 'outputPane' });
  return Promise.resolve([
    paired.filter(({ json }) => Number(json.n) % 2 === 0),
    paired.filter(({ json }) => Number(json.n) % 2 === 1),
  ]);
};

const fail: Execute = function () {
  throw new NodeOperationError(this.getNode(), 'nothing works', { description: 'try later' });
};

const request: (type: string) => Execute = (type) =>
  async function () {
    const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(type);
    const send = async (item: number) => {
      const options: IHttpRequestOptions = {
        method: 'POST',
        url: new URL(this.getNodeParameter('path', item) as string, baseUrl).href,
        body: { item },
        json: true,
        returnFullResponse: true,
        ignoreHttpStatusErrors: { ignore: true, except: [401] },
      };
      const answer = (await this.helpers.httpRequestWithAuthentication.call(this, type, options, {
        oauth2: { tokenType: 'Bearer', includeCredentialsOnRefreshOnBody: true },
      })) as { statusCode: number };
      return { json: { status: answer.statusCode }, pairedItem: { item } };
    };
    return [await Promise.all(this.getInputData().map((_, item) => send(item))), []];
  };

describe('the engine', () => {
  let api: Api;
  beforeEach(async () => {
    api = await Api.start();
  });
  afterEach(() => api.stop());

  const connected = (accessToken: string): NodeCredential => ({
    type: oAuth2.name,
    data: {
      baseUrl: `${api.url}/`,
      clientId: 'id',
      clientSecret: 'secret',
      oauthTokenData: { access_token: accessToken, refresh_token: 'refresh' },
    },
  });

  describe('outputs', () => {
    it('gives both with their paired items, and the hints', async () => {
      const { success, error, outputs, hints, thrown, run: execution } = await run(evenOdd);
      expect(success).toEqual([
        { json: { n: 0 }, pairedItem: { item: 0 } },
        { json: { n: 2 }, pairedItem: { item: 2 } },
      ]);
      expect(error).toEqual([{ json: { n: 1 }, pairedItem: { item: 1 } }]);
      expect(outputs).toHaveLength(2);
      expect(hints).toEqual([{ message: 'split', location: 'outputPane' }]);
      expect(thrown).toBeUndefined();
      expect(execution.status).toBe('success');
    });

    it('leaves the given items alone', async () => {
      const given = items(2);
      await run(evenOdd, { items: given });
      expect(given).toEqual(items(2));
    });

    it('loses the JSON of an item with an error member', async () => {
      const { error } = await run(function () {
        const thrown = new NodeOperationError(this.getNode(), 'gone');
        return Promise.resolve([[], [{ json: { kept: false }, error: thrown }]]);
      });
      expect(error[0]?.json).toEqual({ error: 'gone' });
    });
  });

  describe('parameters', () => {
    const greet: Execute = function () {
      const json = (item: number) => ({ said: this.getNodeParameter('greeting', item) });
      return Promise.resolve([this.getInputData().map((_, item) => ({ json: json(item) })), []]);
    };

    it('default to what the description says', async () => {
      const { success } = await run(greet, { items: items(1) });
      expect(success[0]?.json).toEqual({ said: 'hello' });
    });

    it('are resolved per item when they are expressions', async () => {
      const { success } = await run(greet, { parameters: { greeting: '=no. {{ $json.n }}' } });
      expect(success.map(({ json }) => json.said)).toEqual(['no. 0', 'no. 1', 'no. 2']);
    });
  });

  describe('when the node throws', () => {
    it('stops the workflow by default and says why', async () => {
      const { success, error, thrown, run: execution } = await run(fail);
      expect(thrown).toMatchObject({ message: 'nothing works', description: 'try later' });
      expect([success, error]).toEqual([[], []]);
      expect(execution.status).toBe('error');
    });

    it.each([
      ['Continue', { onError: 'continueRegularOutput' }],
      ['Continue, as old workflows save it', { continueOnFail: true }],
      ['Continue (using error output)', { onError: 'continueErrorOutput' }],
    ] as const)('sends the raw input out of Success under %s', async (_, settings) => {
      const { success, error, thrown } = await run(fail, { settings });
      expect(success.map(({ json }) => json)).toEqual(items(3).map(({ json }) => json));
      expect(error).toEqual([]);
      expect(thrown).toMatchObject({ message: 'nothing works' });
    });

    it('is run again under Retry On Fail', async () => {
      let tries = 0;
      const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
      const { success, thrown } = await run(
        function () {
          tries += 1;
          return tries < 3 ? fail.call(this) : evenOdd.call(this);
        },
        { settings },
      );
      expect(tries).toBe(3);
      expect(success).toHaveLength(2);
      expect(thrown).toBeUndefined();
    });
  });

  it.each([
    [undefined, false],
    ['stopWorkflow', false],
    ['continueRegularOutput', true],
    ['continueErrorOutput', true],
  ] as const)('tells the node whether to continue under On Error %s', async (onError, expected) => {
    const { success } = await run(
      function () {
        return Promise.resolve([[{ json: { continues: this.continueOnFail() } }], []]);
      },
      { settings: onError && { onError } },
    );
    expect(success[0]?.json).toEqual({ continues: expected });
  });

  it('adds a third output under Continue (using error output)', async () => {
    const settings = { onError: 'continueErrorOutput' } as const;
    const { outputs } = await run(
      function () {
        return Promise.resolve([[{ json: { n: 1 } }, { json: { error: 'moved' } }], []]);
      },
      { settings },
    );
    expect(outputs.map((output) => output.length)).toEqual([1, 0, 1]);
  });

  describe('credentials', () => {
    it('are put into the request as the type says', async () => {
      const credential = { type: key.name, data: { baseUrl: api.url, key: 'fresh-key' } };
      const { success } = await run(request(key.name), { credential });
      expect(success.map(({ json }) => json.status)).toEqual([207, 207, 207]);
      expect(api.calls('/ping').map((call) => call.authorization)).toEqual(
        Array(3).fill('Bearer fresh-key'),
      );
    });

    it('refresh a stale OAuth2 token once for all requests, and keep the new one', async () => {
      const credential = connected('stale');
      const { success, thrown } = await run(request(oAuth2.name), { credential, items: items(10) });
      expect(thrown).toBeUndefined();
      expect(success.map(({ json }) => json.status)).toEqual(Array(10).fill(207));

      const refreshes = api.calls('/oauth/v3/token');
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
      expect(api.calls('/oauth/v3/token')).toHaveLength(1);
    });

    it('are refused when none is set', async () => {
      const { thrown } = await run(request(key.name));
      expect(thrown?.message).toMatch('Node does not require credentials');
    });
  });

  describe('pressing Stop', () => {
    const hanging = (): Partial<NodeRun> => ({
      credential: connected('fresh'),
      parameters: { path: '/hang' },
    });

    it('rejects requests in flight and ends the execution', async () => {
      const stop = new AbortController();
      const outcome = run(request(oAuth2.name), { ...hanging(), signal: stop.signal });
      while (api.calls('/hang').length < 3) await new Promise(setImmediate);
      stop.abort();
      const { run: execution, success } = await outcome;
      expect(execution.status).toBe('canceled');
      expect(success).toEqual([]);
    });

    it('reaches the node as a signal, and its outputs are kept', async () => {
      const stop = new AbortController();
      const { run: execution, success } = await run(
        async function () {
          const signal = this.getExecutionCancelSignal();
          stop.abort();
          while (!signal?.aborted) await new Promise(setImmediate);
          return [this.getInputData(), []];
        },
        { signal: stop.signal },
      );
      expect(execution.status).toBe('canceled');
      expect(success).toHaveLength(3);
    });
  });

  it('keeps many executions in one process apart', async () => {
    const credentials = Array.from({ length: 20 }, () => connected('stale'));
    const outcomes = await Promise.all(
      credentials.map((credential, index) =>
        run(request(oAuth2.name), { credential, items: items(index + 1) }),
      ),
    );
    expect(outcomes.map(({ success }) => success.length)).toEqual(
      credentials.map((_, index) => index + 1),
    );
    expect(api.calls('/oauth/v3/token')).toHaveLength(20);
  });

  describe('the editor', () => {
    const nodeType: INodeType = {
      description,
      methods: {
        listSearch: {
          async greetings(filter) {
            const credential = await this.getCredentials<Record<string, string>>(oAuth2.name);
            const greeting = this.getCurrentNodeParameter('greeting') as string;
            return {
              results: [
                { name: 'filter', value: filter ?? '' },
                { name: 'token endpoint', value: credential.accessTokenUrl ?? '' },
                { name: 'greeting', value: greeting },
              ],
            };
          },
        },
        resourceMapping: {
          async fields() {
            const options = { url: `${api.url}/ping`, json: true };
            const answer = (await this.helpers.httpRequestWithAuthentication.call(
              this,
              oAuth2.name,
              options,
            )) as IDataObject;
            return {
              fields: Object.keys(answer).map((id) => ({
                id,
                displayName: id,
                defaultMatch: false,
                required: false,
                display: true,
              })),
            };
          },
        },
      },
    };
    const asking = () => ({
      nodeType,
      parameters: {},
      credentialTypes: [oAuth2],
      credential: connected('stale'),
    });

    it('searches a list with parameters and resolved credentials', async () => {
      const found = await searchList({ ...asking(), method: 'greetings', filter: 'x' });
      expect(found.results.map(({ value }) => value)).toEqual([
        'x',
        `${api.url}/oauth/v3/token`,
        'hello',
      ]);
    });

    it('loads mapping fields over HTTP', async () => {
      const { fields } = await loadMappingFields({ ...asking(), method: 'fields' });
      expect(fields.map(({ id }) => id)).toEqual(['ok']);
    });

    it('names a method that is not there', async () => {
      await expect(searchList({ ...asking(), method: 'nope' })).rejects.toThrow('"nope"');
    });
  });
});
