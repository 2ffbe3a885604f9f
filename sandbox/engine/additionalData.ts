import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import {
  UnexpectedError,
  type ICredentialsHelper,
  type INodeParameters,
  type IWorkflowBase,
  type IWorkflowExecuteAdditionalData,
  type WorkflowExecuteMode,
} from 'n8n-workflow';

const SERVER = 'http://n8n.invalid/';

const serverAddresses = {
  restApiUrl: SERVER,
  instanceBaseUrl: SERVER,
  formBaseUrl: SERVER,
  formWaitingBaseUrl: SERVER,
  formTestBaseUrl: SERVER,
  webhookBaseUrl: SERVER,
  webhookWaitingBaseUrl: SERVER,
  webhookTestBaseUrl: SERVER,
  mcpBaseUrl: SERVER,
  mcpTestBaseUrl: SERVER,
};

/** What n8n's server adds to every execution, without a server: no sub-workflows, no task runner. */
export function additionalDataFor(
  credentialsHelper: ICredentialsHelper,
  executionId: string,
  currentNodeParameters?: INodeParameters,
): IWorkflowExecuteAdditionalData {
  const unavailable = (what: string) => () => {
    throw new UnexpectedError(`${what} cannot be used without an n8n server`);
  };
  return {
    credentialsHelper,
    externalSecretsProxy: new ExternalSecretsProxy(),
    executionId,
    currentNodeParameters,
    currentNodeExecutionIndex: 0,
    variables: {},
    ...serverAddresses,
    logAiEvent: () => undefined,
    executeWorkflow: unavailable('Sub-workflows'),
    getRunExecutionData: unavailable('Other executions'),
    getRuntimeCredential: unavailable('Runtime credentials'),
    startRunnerTask: unavailable('The task runner'),
  };
}

/** Lifecycle hooks that do nothing, which the engine insists on having. */
export function silentHooks(
  mode: WorkflowExecuteMode,
  executionId: string,
  workflow: Pick<IWorkflowBase, 'nodes' | 'connections'>,
): ExecutionLifecycleHooks {
  const now = new Date();
  return new ExecutionLifecycleHooks(mode, executionId, {
    id: executionId,
    name: 'Workflow',
    active: false,
    isArchived: false,
    activeVersionId: null,
    createdAt: now,
    updatedAt: now,
    ...workflow,
  });
}
