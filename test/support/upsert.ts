import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { HubspotBatchOAuth2Api } from '../../credentials/HubspotBatchOAuth2Api.credentials';
import { HubspotBatchServiceKeyApi } from '../../credentials/HubspotBatchServiceKeyApi.credentials';
import { HubspotBatchUpsert } from '../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';
import {
  runNode,
  type NodeCredential,
  type NodeOutcome,
  type NodeRun,
} from '../../sandbox/engine/runNode';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { idProperty } from './target';

export const credentialTypes = [new HubspotBatchOAuth2Api(), new HubspotBatchServiceKeyApi()];

/** A service key of the sandbox, as a user's credential. */
export function serviceKeyOf(
  sandbox: Sandbox,
  options?: Parameters<Sandbox['tokens']['serviceKey']>[0],
): NodeCredential {
  return serviceKeyFor(sandbox.baseUrl, sandbox.tokens.serviceKey(options));
}

/** A service key for whatever answers at the address. */
export function serviceKeyFor(baseUrl: string, serviceKey = 'pat-na1-made-up'): NodeCredential {
  return { type: 'hubspotBatchServiceKeyApi', data: { serviceKey, baseUrl } };
}

/** A connected OAuth2 credential of the sandbox, with its tokens. */
export function oAuth2Of(
  sandbox: Sandbox,
  consent?: Parameters<Sandbox['oauth']['consent']>[0],
): { credential: NodeCredential; accessToken: string; refreshToken: string } {
  const { accessToken, refreshToken } = sandbox.oauth.consent(consent);
  const data: ICredentialDataDecryptedObject = {
    clientId: sandbox.oauth.clientId,
    clientSecret: sandbox.oauth.clientSecret,
    baseUrl: sandbox.baseUrl,
    oauthTokenData: {
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'bearer',
    },
  };
  return { credential: { type: 'hubspotBatchOAuth2Api', data }, accessToken, refreshToken };
}

export interface Upsert extends Omit<
  NodeRun,
  'nodeType' | 'credentialTypes' | 'items' | 'parameters'
> {
  parameters?: NodeRun['parameters'];
  items: Array<IDataObject | INodeExecutionData>;
}

/** Runs the node in n8n's engine. Items may be given as their JSON alone. */
export async function upsert({
  items,
  credential,
  parameters,
  ...more
}: Upsert): Promise<NodeOutcome> {
  return await runNode({
    nodeType: new HubspotBatchUpsert(),
    credentialTypes,
    credential,
    parameters: {
      authentication: credential?.type === 'hubspotBatchServiceKeyApi' ? 'serviceKey' : 'oAuth2',
      ...idProperty('invoice_line_key'),
      ...parameters,
    },
    items: items.map((item) => (isItem(item) ? item : { json: item })),
    ...more,
  });
}

/** `count` good line items, keyed K-0, K-1, … */
export function lineItems(count: number, from = 0): IDataObject[] {
  return Array.from({ length: count }, (_, index) => ({
    invoice_line_key: `K-${from + index}`,
    name: `Row ${from + index}`,
    price: from + index,
  }));
}

function isItem(item: IDataObject | INodeExecutionData): item is INodeExecutionData {
  return Object.hasOwn(item, 'json') || Object.hasOwn(item, 'binary');
}
