import { randomUUID } from 'node:crypto';
import {
  NodeConnectionTypes,
  type ExecutionError,
  type ICredentialDataDecryptedObject,
  type ICredentialType,
  type INode,
  type INodeExecutionData,
  type INodeParameters,
  type INodeType,
  type IRun,
  type NodeExecutionHint,
} from 'n8n-workflow';
import type { StoredCredential } from './credentialsHelper';
import { latestVersion } from './nodeTypes';
import { runWorkflow } from './runWorkflow';

/** What the node's Settings tab offers. */
export type NodeSettings = Pick<
  INode,
  | 'onError'
  | 'continueOnFail'
  | 'retryOnFail'
  | 'maxTries'
  | 'waitBetweenTries'
  | 'alwaysOutputData'
  | 'executeOnce'
>;

/** A credential for one node. A refreshed OAuth2 token is written back into `data`. */
export interface NodeCredential {
  /** Runs that share a credential share its id: n8n refreshes a token once per id. */
  id?: string;
  type: string;
  data: ICredentialDataDecryptedObject;
}

export interface NodeRun {
  nodeType: INodeType;
  parameters: INodeParameters;
  items: INodeExecutionData[];
  settings?: NodeSettings;
  credentialTypes?: readonly ICredentialType[];
  credential?: NodeCredential;
  /** The workflow's; UTC unless given. */
  timezone?: string;
  /** Aborting it is the user pressing Stop; `AbortSignal.timeout(ms)` does so later. */
  signal?: AbortSignal;
  /** Hears what the node tells the editor while it runs. */
  onMessage?: (message: unknown) => void;
}

export interface NodeOutcome {
  /** The first output. */
  success: INodeExecutionData[];
  /** The second output. */
  error: INodeExecutionData[];
  /** All outputs; one more than the node has under "Continue (using error output)". */
  outputs: INodeExecutionData[][];
  hints: NodeExecutionHint[];
  /** What the node threw, as the engine reports it, whether the workflow stopped or went on. */
  thrown?: ExecutionError;
  /** The whole execution: `run.status` is `canceled` after a Stop. */
  run: IRun;
}

const SOURCE = 'Manual Trigger';
const NODE = 'Node';

/** Runs one node on the given items: a pinned trigger, then the node, in n8n-core's real engine. */
export async function runNode(given: NodeRun): Promise<NodeOutcome> {
  const { nodeType, items, credential, credentialTypes, timezone, signal, onMessage } = given;
  const stored = credential && { id: randomUUID(), name: 'Credential', ...credential };
  const run = await runWorkflow({
    nodes: [sourceNode(), nodeUnderTest(given, stored)],
    connections: {
      [SOURCE]: { main: [[{ node: NODE, type: NodeConnectionTypes.Main, index: 0 }]] },
    },
    nodeTypes: [sourceType, nodeType],
    credentialTypes,
    credentials: stored ? [stored] : [],
    pinData: { [SOURCE]: items.map((item) => ({ ...item })) },
    timezone,
    signal,
    onMessage,
  });
  return outcomeOf(run);
}

function outcomeOf(run: IRun): NodeOutcome {
  const { runData, error } = run.data.resultData;
  const task = runData[NODE]?.at(-1);
  const outputs = (task?.data?.main ?? []).map((output) => output ?? []);
  return {
    success: outputs[0] ?? [],
    error: outputs[1] ?? [],
    outputs,
    hints: task?.hints ?? [],
    thrown: task?.error ?? error,
    run,
  };
}

const sourceType: INodeType = {
  description: {
    displayName: SOURCE,
    // Only by this name does the engine know where to start.
    name: 'n8n-nodes-base.manualTrigger',
    group: ['trigger'],
    version: 1,
    description: 'Gives the items that are pinned to it',
    defaults: {},
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    properties: [],
  },
};

function sourceNode(): INode {
  return {
    id: randomUUID(),
    name: SOURCE,
    type: sourceType.description.name,
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
  };
}

function nodeUnderTest(given: NodeRun, credential: StoredCredential | undefined): INode {
  return {
    id: randomUUID(),
    name: NODE,
    type: given.nodeType.description.name,
    typeVersion: latestVersion(given.nodeType),
    position: [200, 0],
    parameters: given.parameters,
    credentials: credential && {
      [credential.type]: { id: credential.id, name: credential.name },
    },
    ...given.settings,
  };
}
