import { getAdditionalKeys } from 'n8n-core';
import {
  NodeHelpers,
  Workflow,
  type ICredentialDataDecryptedObject,
  type ICredentialsExpressionResolveValues,
  type IExecuteData,
  type INode,
  type INodeParameters,
  type INodeProperties,
  type IWorkflowExecuteAdditionalData,
  type WorkflowExecuteMode,
} from 'n8n-workflow';
import { nodeTypesOf } from './nodeTypes';

/** Where n8n always takes the credential type's value if the field is hidden, whatever is saved. */
const PINNED_WHEN_HIDDEN = ['authUrl', 'accessTokenUrl', 'grantType', 'authentication'];

/** The saved fields, with the type's defaults for those that were left out. */
export function withDefaults(
  properties: readonly INodeProperties[],
  saved: ICredentialDataDecryptedObject,
): ICredentialDataDecryptedObject {
  const isPinned = (field: string) =>
    PINNED_WHEN_HIDDEN.includes(field) &&
    properties.some(({ name, type }) => name === field && type === 'hidden');
  const own = Object.fromEntries(Object.entries(saved).filter(([field]) => !isPinned(field)));
  const filled = NodeHelpers.getNodeParameters(
    [...properties],
    own as INodeParameters,
    true,
    false,
    null,
    null,
  ) as ICredentialDataDecryptedObject;
  return saved.oauthTokenData === undefined
    ? filled
    : { ...filled, oauthTokenData: saved.oauthTokenData };
}

/** Who asks for a credential, as n8n-core hands it to its credentials helper. */
export interface Asker {
  additionalData: IWorkflowExecuteAdditionalData;
  mode: WorkflowExecuteMode;
  executeData?: IExecuteData;
  /** Given while a workflow runs; absent in the editor, where there are no items. */
  run?: ICredentialsExpressionResolveValues;
}

/** Resolves expressions such as `={{$self["baseUrl"]}}/oauth/v3/token` in all fields. */
export async function resolveExpressions(
  fields: ICredentialDataDecryptedObject,
  { additionalData, mode, executeData, run }: Asker,
): Promise<ICredentialDataDecryptedObject> {
  const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
  if (run) {
    return run.workflow.expression.getParameterValue(
      fields as INodeParameters,
      run.runExecutionData,
      run.runIndex,
      run.itemIndex,
      run.node.name,
      run.connectionInputData,
      mode,
      keys,
      executeData,
      false,
      fields,
    ) as ICredentialDataDecryptedObject;
  }
  const { expression } = placeholderWorkflow();
  const resolve = () =>
    expression.getComplexParameterValue(
      placeholderNode,
      fields as INodeParameters,
      mode,
      keys,
      undefined,
      undefined,
      fields,
    ) as ICredentialDataDecryptedObject;
  // Engines of n8n 2.11 evaluate expressions where they are.
  return 'withIsolate' in expression
    ? await expression.withIsolate(() => Promise.resolve(resolve()))
    : resolve();
}

const placeholderNode: INode = {
  id: 'credential',
  name: 'Credential',
  type: 'credential',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

function placeholderWorkflow(): Workflow {
  const description = {
    displayName: 'Credential',
    name: placeholderNode.type,
    group: [],
    version: 1,
    description: '',
    defaults: {},
    inputs: [],
    outputs: [],
    properties: [],
  };
  return new Workflow({
    nodes: [placeholderNode],
    connections: {},
    active: false,
    nodeTypes: nodeTypesOf([{ description }]),
  });
}
