import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
  createRunExecutionData,
  NodeConnectionTypes,
  Workflow,
  type ICredentialDataDecryptedObject,
  type ICredentialType,
  type INode,
  type INodeType,
  type NodeApiError,
} from 'n8n-workflow';
import { additionalDataFor } from '../../sandbox/engine/additionalData';
import { CredentialsHelper } from '../../sandbox/engine/credentialsHelper';
import { nodeTypesOf } from '../../sandbox/engine/nodeTypes';

/**
 * Sends the request of a credential's `test` as n8n's server does when a user saves the credential
 * (packages/cli/src/services/credentials-tester.service.ts).
 *
 * @returns What the user reads.
 */
export async function testCredential(
  type: ICredentialType,
  data: ICredentialDataDecryptedObject,
): Promise<string> {
  const stored = { id: '1', name: 'Credential', type: type.name, data };
  const nodeType = nodeTypeFor(type);
  const node: INode = {
    id: '1',
    name: 'Test',
    type: nodeType.description.name,
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    credentials: { [type.name]: { id: stored.id, name: stored.name } },
  };
  const nodeTypes = nodeTypesOf([nodeType]);
  const context = new ExecuteContext(
    new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes }),
    node,
    additionalDataFor(new CredentialsHelper([type], [stored]), 'test'),
    'internal',
    createRunExecutionData({}),
    0,
    [],
    { [NodeConnectionTypes.Main]: [[{ json: {} }]] },
    { node, data: {}, source: null },
    [],
  );
  try {
    await new RoutingNode(context, nodeType).runNode();
    return 'OK';
  } catch (error) {
    return toldBy(error as NodeApiError, type);
  }
}

/** A node that does nothing but to send the request. */
function nodeTypeFor({ name, test }: ICredentialType): INodeType {
  return {
    description: {
      displayName: 'Test',
      name: 'test',
      group: [],
      version: 1,
      description: '',
      defaults: {},
      inputs: [],
      outputs: [],
      credentials: [{ name, required: true }],
      properties: [
        {
          displayName: 'Request',
          name: 'request',
          type: 'string',
          default: '',
          routing: { request: test?.request },
        },
      ],
    },
  };
}

function toldBy({ message, cause }: NodeApiError, { test }: ICredentialType): string {
  const { response, code } = (cause ?? {}) as { response?: { status: number }; code?: string };
  if (response === undefined) return code ?? message;
  const rules = test?.rules ?? [];
  const rule = rules.find(({ properties: { value } }) => value === response.status);
  return rule?.properties.message ?? `HTTP ${response.status}`;
}
