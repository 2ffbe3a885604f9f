import './environment';
import { randomUUID } from 'node:crypto';
import { LoadOptionsContext } from 'n8n-core';
import {
  UnexpectedError,
  Workflow,
  type ICredentialType,
  type ILoadOptionsFunctions,
  type INode,
  type INodeListSearchResult,
  type INodeParameters,
  type INodePropertyOptions,
  type INodeType,
  type ResourceMapperFields,
} from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { CredentialsHelper } from './credentialsHelper';
import { latestVersion, nodeTypesOf } from './nodeTypes';
import type { NodeCredential } from './runNode';

/** One question of the editor to a node: who asks, and with which parameters filled in so far. */
export interface EditorRequest {
  nodeType: INodeType;
  parameters: INodeParameters;
  /** The parameter whose list or fields are asked for. */
  path?: string;
  credentialTypes?: readonly ICredentialType[];
  credential?: NodeCredential;
}

/** Calls a `methods.listSearch` as the editor does for a resource locator in mode "list". */
export async function searchList(
  request: EditorRequest & { method: string; filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
  const { nodeType, method, filter, paginationToken } = request;
  const search = nodeType.methods?.listSearch?.[method];
  if (!search) throw new UnexpectedError(`The node has no listSearch "${method}"`);
  return await search.call(editorContext(request), filter, paginationToken);
}

/** Calls a `methods.loadOptions` as the editor does for a drop-down list. */
export async function loadOptions(
  request: EditorRequest & { method: string },
): Promise<INodePropertyOptions[]> {
  const { nodeType, method } = request;
  const load = nodeType.methods?.loadOptions?.[method];
  if (!load) throw new UnexpectedError(`The node has no loadOptions "${method}"`);
  return await load.call(editorContext(request));
}

/** Calls a `methods.resourceMapping` as the editor does for a resource mapper's fields. */
export async function loadMappingFields(
  request: EditorRequest & { method: string },
): Promise<ResourceMapperFields> {
  const { nodeType, method } = request;
  const load = nodeType.methods?.resourceMapping?.[method];
  if (!load) throw new UnexpectedError(`The node has no resourceMapping "${method}"`);
  return await load.call(editorContext(request));
}

function editorContext(request: EditorRequest): ILoadOptionsFunctions {
  const { nodeType, credential, path = '' } = request;
  const stored = credential && { id: randomUUID(), name: 'Credential', ...credential };
  const node: INode = {
    id: randomUUID(),
    name: 'Node',
    type: nodeType.description.name,
    typeVersion: latestVersion(nodeType),
    position: [0, 0],
    parameters: request.parameters,
    credentials: stored && { [stored.type]: { id: stored.id, name: stored.name } },
  };
  const workflow = new Workflow({
    nodes: [node],
    connections: {},
    active: false,
    nodeTypes: nodeTypesOf([nodeType]),
  });
  const helper = new CredentialsHelper(request.credentialTypes ?? [], stored ? [stored] : []);
  const parameters = workflow.getNode(node.name)?.parameters;
  const additionalData = additionalDataFor(helper, randomUUID(), parameters);
  return new LoadOptionsContext(workflow, node, additionalData, path);
}
