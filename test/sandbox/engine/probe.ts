import {
  NodeConnectionTypes,
  NodeOperationError,
  type ICredentialType,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type INodeExecutionData,
  type INodeTypeDescription,
} from 'n8n-workflow';
import { runNode, type NodeCredential, type NodeRun } from '../../../sandbox/engine/runNode';
import type { ProbeApi } from './probeApi';

export const oAuth2: ICredentialType = {
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

export const key: ICredentialType = {
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

export type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

export const description: INodeTypeDescription = {
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

export function items(count: number): INodeExecutionData[] {
  return Array.from({ length: count }, (_, n) => ({ json: { n } }));
}

/** Runs a node that does what is given, on three items unless told. */
export async function run(execute: Execute, given: Partial<NodeRun> = {}) {
  return await runNode({
    nodeType: { description, execute },
    parameters: {},
    items: items(3),
    credentialTypes: [oAuth2, key],
    ...given,
  });
}

/** A connected credential of the API with that access token. */
export function connected(api: ProbeApi, accessToken: string): NodeCredential {
  return {
    type: oAuth2.name,
    data: {
      baseUrl: `${api.url}/`,
      clientId: 'id',
      clientSecret: 'secret',
      oauthTokenData: { access_token: accessToken, refresh_token: 'refresh' },
    },
  };
}

/** Even items leave on Success, odd ones on Error. */
export const evenOdd: Execute = function () {
  const paired = this.getInputData().map(({ json }, item) => ({ json, pairedItem: { item } }));
  this.addExecutionHints({ message: 'split', location: 'outputPane' });
  return Promise.resolve([
    paired.filter(({ json }) => Number(json.n) % 2 === 0),
    paired.filter(({ json }) => Number(json.n) % 2 === 1),
  ]);
};

export const fail: Execute = function () {
  throw new NodeOperationError(this.getNode(), 'nothing works', { description: 'try later' });
};

/** Sends a request for each item, signed by a credential of that type. */
export const request: (type: string) => Execute = (type) =>
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
