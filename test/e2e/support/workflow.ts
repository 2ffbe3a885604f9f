import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

/** A node as it stands in a workflow's file. */
export interface WorkflowNode extends Json {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: [number, number];
  parameters: Json;
  credentials?: Record<string, { id: string; name: string }>;
}

export interface Workflow {
  name: string;
  nodes: WorkflowNode[];
  connections: Record<
    string,
    Record<string, Array<Array<{ node: string; type: string; index: number }>>>
  >;
  settings: Json;
  pinData?: Record<string, Array<{ json: Json }>>;
}

/** `[from, to]`, or `[from, to, output]`; the connection's type where it is not `main`. */
export type Wire = [from: string, to: string, output?: number, type?: string];

const STEP = 220;

/** A node with parameters; `more` sets what stands beside them, such as `onError`. */
export function node(
  name: string,
  [type, typeVersion]: [type: string, version: number],
  parameters: Json = {},
  more: Json = {},
): WorkflowNode {
  return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/** Puts nodes side by side and wires them. */
export function workflow(name: string, nodes: WorkflowNode[], wires: Wire[]): Workflow {
  const placed = nodes.map((each, index): WorkflowNode => ({
    ...each,
    position: [index * STEP, 0],
  }));
  const connections: Workflow['connections'] = {};
  for (const [from, to, output = 0, type = 'main'] of wires) {
    const outputs = ((connections[from] ??= {})[type] ??= []);
    while (outputs.length <= output) outputs.push([]);
    outputs[output]?.push({ node: to, type, index: 0 });
  }
  return { name, nodes: placed, connections, settings: { executionOrder: 'v1' } };
}
