import type { INodeParameters } from 'n8n-workflow';
import { HubspotBatchOAuth2Api } from '../../credentials/HubspotBatchOAuth2Api.credentials';
import { HubspotBatchServiceKeyApi } from '../../credentials/HubspotBatchServiceKeyApi.credentials';
import { HubspotBatchUpsert } from '../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';
import { loadMappingFields, searchList } from '../../sandbox/engine/loadOptions';
import type { NodeCredential } from '../../sandbox/engine/runNode';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';

/** The editor with the node's panel open, connected to a sandbox by a key with these scopes. */
export interface Panel {
  sandbox: Pick<Sandbox, 'baseUrl' | 'tokens'>;
  scopes?: readonly string[];
  objectType?: unknown;
  credential?: NodeCredential;
  filter?: string;
}

export async function listNames(method: string, panel: Panel): Promise<string[]> {
  return (await list(method, panel)).map(({ name }) => name);
}

export async function list(method: string, panel: Panel) {
  const { results } = await searchList({ ...request(panel), method, filter: panel.filter });
  return results;
}

export async function columns(panel: Panel) {
  return await loadMappingFields({ ...request(panel), method: 'getProperties' });
}

export function serviceKey({ sandbox, scopes }: Panel, data = {}): NodeCredential {
  return {
    type: 'hubspotBatchServiceKeyApi',
    data: {
      baseUrl: `${sandbox.baseUrl}/`,
      serviceKey: sandbox.tokens.serviceKey({ scopes }),
      ...data,
    },
  };
}

function request(panel: Panel) {
  const credential = panel.credential ?? serviceKey(panel);
  const authentication = credential.type === 'hubspotBatchOAuth2Api' ? 'oAuth2' : 'serviceKey';
  const { objectType = 'line_items' } = panel;
  const located = typeof objectType === 'string' ? { mode: 'id', value: objectType } : objectType;
  return {
    nodeType: new HubspotBatchUpsert(),
    parameters: { authentication, objectType: located } as INodeParameters,
    credentialTypes: [new HubspotBatchOAuth2Api(), new HubspotBatchServiceKeyApi()],
    credential,
  };
}
