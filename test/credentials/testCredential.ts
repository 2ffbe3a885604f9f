import {
  Workflow,
  type ICredentialDataDecryptedObject,
  type ICredentialType,
  type INode,
} from 'n8n-workflow';
import { authenticateRequest } from '../../sandbox/engine/authenticate';
import { nodeTypesOf } from '../../sandbox/engine/nodeTypes';
import { HubspotBatchUpsert } from '../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';

/** Sends the request of a credential's `test` as n8n does, and gives the status of the answer. */
export async function testCredential(
  { authenticate, test }: ICredentialType,
  fields: ICredentialDataDecryptedObject,
): Promise<number> {
  const node: INode = {
    id: '1',
    name: 'Test',
    type: 'hubspotBatchUpsert',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
  const nodeTypes = nodeTypesOf([new HubspotBatchUpsert()]);
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  const keys = { $credentials: fields };
  const baseUrl = workflow.expression.getSimpleParameterValue(
    node,
    test?.request.baseURL ?? '',
    'internal',
    keys,
  ) as string;
  const url = baseUrl + (test?.request.url ?? '');
  const { headers } = await authenticateRequest(authenticate, fields, { url }, { workflow, node });
  return (await fetch(url, { headers: headers as Record<string, string> })).status;
}
