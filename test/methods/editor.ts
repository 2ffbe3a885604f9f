import type { INodeParameters } from 'n8n-workflow';
import { HubspotBatchOAuth2Api } from '../../credentials/HubspotBatchOAuth2Api.credentials';
import { HubspotBatchServiceKeyApi } from '../../credentials/HubspotBatchServiceKeyApi.credentials';
import { HubspotBatchUpsert } from '../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';
import { loadMappingFields, loadOptions, searchList } from '../../sandbox/engine/loadOptions';
import type { NodeCredential } from '../../sandbox/engine/runNode';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';

/** The editor with the node's panel open, connected to a sandbox by a key with these scopes. */
export interface Panel {
  sandbox: Pick<Sandbox, 'baseUrl' | 'tokens'>;
  scopes?: readonly string[];
  operation?: 'upsert' | 'create' | 'update';
  objectType?: unknown;
  /** The other object type of each association. */
  otherTypes?: readonly unknown[];
  /** Which association is being edited. */
  entry?: number;
  options?: INodeParameters;
  credential?: NodeCredential;
  filter?: string;
}

export async function listNames(method: string, panel: Panel): Promise<string[]> {
  return (await list(method, panel)).map(({ name }) => name);
}

export async function list(method: string, panel: Panel) {
  const { filter } = panel;
  const { results } = await searchList({ ...request(panel, 'toIdProperty'), method, filter });
  return results;
}

export async function labels(panel: Panel) {
  return await loadOptions({ ...request(panel, 'label'), method: 'getAssociationLabels' });
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

/** @param field That is edited, where it is one of an association. */
function request(panel: Panel, field = '') {
  const credential = panel.credential ?? serviceKey(panel);
  const authentication = credential.type === 'hubspotBatchOAuth2Api' ? 'oAuth2' : 'serviceKey';
  const { operation = 'upsert', objectType = 'line_items' } = panel;
  const { otherTypes = [], entry = 0, options = {} } = panel;
  const association = otherTypes.map((type) => ({ toObjectType: located(type) }));
  return {
    nodeType: new HubspotBatchUpsert(),
    parameters: {
      authentication,
      operation,
      objectType: located(objectType),
      associations: { association },
      options,
    } as INodeParameters,
    path: `parameters.associations.association[${entry}].${field}`,
    credentialTypes: [new HubspotBatchOAuth2Api(), new HubspotBatchServiceKeyApi()],
    credential,
  };
}

function located(objectType: unknown): unknown {
  return typeof objectType === 'string' ? { mode: 'id', value: objectType } : objectType;
}
