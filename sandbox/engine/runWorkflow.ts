import './environment';
import { randomUUID } from 'node:crypto';
import { WorkflowExecute } from 'n8n-core';
import {
  Workflow,
  type IConnections,
  type ICredentialType,
  type INode,
  type INodeType,
  type IPinData,
  type IRun,
} from 'n8n-workflow';
import { additionalDataFor, silentHooks } from './additionalData';
import { CredentialsHelper, type StoredCredential } from './credentialsHelper';
import { nodeTypesOf } from './nodeTypes';

/** A workflow and all that n8n's server would look up for it. */
export interface WorkflowRun {
  nodes: INode[];
  connections: IConnections;
  /** One instance of every node type that the workflow uses. */
  nodeTypes: readonly INodeType[];
  credentialTypes?: readonly ICredentialType[];
  credentials?: readonly StoredCredential[];
  /** Output by node name, for nodes that are not to run. */
  pinData?: IPinData;
  /** What the workflow's settings name; UTC unless given, wherever this runs. */
  timezone?: string;
  /** Aborting it is the user pressing Stop. */
  signal?: AbortSignal;
  /** Hears what nodes tell the editor while they run, as n8n sends it. */
  onMessage?: (message: unknown) => void;
}

/**
 * Runs a workflow in n8n-core's own engine, in this process, and gives the execution's record as
 * n8n would save it. Never rejects for what a node did: see `data.resultData.error`. Any number of
 * runs may be under way at once.
 */
export async function runWorkflow(run: WorkflowRun): Promise<IRun> {
  const { nodes, connections, pinData, timezone = 'UTC', signal } = run;
  const mode = 'manual';
  const executionId = randomUUID();
  const helper = new CredentialsHelper(run.credentialTypes ?? [], run.credentials ?? []);
  const workflow = new Workflow({
    id: executionId,
    nodes,
    connections,
    pinData,
    active: false,
    nodeTypes: nodeTypesOf(run.nodeTypes),
    settings: { executionOrder: 'v1', timezone },
  });
  const additionalData = {
    ...additionalDataFor(helper, executionId),
    sendDataToUI: (_: string, data: unknown) => run.onMessage?.(data),
    hooks: silentHooks(mode, executionId, { nodes, connections }),
  };

  const execution = new WorkflowExecute(additionalData, mode).run({ workflow, pinData });
  const stop = () => execution.cancel();
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  try {
    return await execution;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
