import { node, type WorkflowNode } from './workflow';

/** Type of the node under test, as n8n names it in a community package. */
export const UPSERT = 'n8n-nodes-hubspot-batch-upsert.hubspotBatchUpsert';

/** A credential as nodes refer to it. */
export interface CredentialRef {
  type: 'hubspotBatchServiceKeyApi' | 'hubspotBatchOAuth2Api';
  id: string;
  name: string;
}

export interface UpsertChoice {
  name?: string;
  objectType?: string;
  idProperty?: string;
  id?: string;
  /** Entries of Associations. */
  associations?: readonly object[];
  options?: Record<string, unknown>;
  /** Beside the parameters: `onError`, `retryOnFail`, … */
  settings?: Record<string, unknown>;
}

/** The node under test: line items by `invoice_line_key`, mapped automatically, unless said. */
export function upsertNode(
  credential: CredentialRef,
  {
    name = 'HubSpot Batch Upsert',
    objectType = 'line_items',
    idProperty = 'invoice_line_key',
    id = '',
    associations = [],
    options = {},
    settings = {},
  }: UpsertChoice = {},
): WorkflowNode {
  const parameters = {
    authentication: credential.type === 'hubspotBatchOAuth2Api' ? 'oAuth2' : 'serviceKey',
    objectType: { __rl: true, mode: 'id', value: objectType },
    idProperty: { __rl: true, mode: 'name', value: idProperty },
    id,
    properties: { mappingMode: 'autoMapInputData', value: null },
    associations: associations.length > 0 ? { association: associations } : {},
    options,
  };
  const more = { credentials: credentialsOf(credential), ...settings };
  return node(name, [UPSERT, 1], parameters, more);
}

/** What stands under a node's `credentials`. */
export function credentialsOf({ type, id, name }: CredentialRef): WorkflowNode['credentials'] {
  return { [type]: { id, name } };
}
