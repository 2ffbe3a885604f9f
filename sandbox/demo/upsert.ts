import type { INodeExecutionData } from 'n8n-workflow';
import { HubspotBatchOAuth2Api } from '../../credentials/HubspotBatchOAuth2Api.credentials';
// With its extension, for without it Node would find the codex, HubspotBatchUpsert.node.json.
import { HubspotBatchUpsert } from '../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node.js';
import { runNode, type NodeOutcome } from '../engine/runNode';
import type { Sandbox } from '../hubspot/sandbox';
import type { Request } from './commandLine';
import { DEAL_KEY, DEALS, type NamedDeals } from './deals';

/** What the node is told in the editor. */
export interface UpsertParameters extends Pick<
  Request,
  | 'objectType'
  | 'idProperty'
  | 'duplicates'
  | 'invalidValues'
  | 'operation'
  | 'skipUnchanged'
  | 'dryRun'
  | 'rules'
> {
  /** The deals to link the records with. */
  deals?: Pick<NamedDeals, 'field'>;
}

/**
 * Runs the node on the items in n8n-core's real engine, with an OAuth2 connection to the sandbox
 * that its user has consented to.
 */
export async function upsert(
  items: INodeExecutionData[],
  { objectType, idProperty, operation, rules, deals, ...choices }: UpsertParameters,
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<NodeOutcome> {
  const { duplicates, invalidValues, skipUnchanged, dryRun } = choices;
  const credentialType = new HubspotBatchOAuth2Api();
  return await runNode({
    nodeType: new HubspotBatchUpsert(),
    parameters: {
      authentication: 'oAuth2',
      operation,
      objectType: { __rl: true, mode: 'id', value: objectType },
      idProperty: { __rl: true, mode: 'name', value: idProperty },
      id: '',
      properties: { mappingMode: 'autoMapInputData', value: null },
      associations: deals ? { association: [linkedWith(deals)] } : {},
      options: { duplicates, invalidValues, skipUnchanged, dryRun, ...rules },
    },
    items,
    credentialTypes: [credentialType],
    credential: { type: credentialType.name, data: connectionTo(sandbox) },
    signal,
  });
}

function linkedWith({ field }: Pick<NamedDeals, 'field'>) {
  return {
    toObjectType: { __rl: true, mode: 'id', value: DEALS },
    toIdProperty: { __rl: true, mode: 'name', value: DEAL_KEY },
    toId: `={{ $json[${JSON.stringify(field)}] }}`,
    label: '',
  };
}

function connectionTo({ baseUrl, oauth }: Sandbox) {
  const { accessToken, refreshToken, lifeSeconds, scopes } = oauth.consent();
  return {
    baseUrl,
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    oauthTokenData: {
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: String(lifeSeconds),
      token_type: 'bearer',
      scope: scopes.join(' '),
    },
  };
}
