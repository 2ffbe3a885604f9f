import type { INode, INodeExecutionData } from 'n8n-workflow';

/**
 * Does an AI agent run the node as its tool? n8n then adds "Tool" to the name of the node's type
 * and sends its output to the agent's connection.
 */
export function isAgentTool(node: INode): boolean {
  return node.type.endsWith('Tool') || node.rewireOutputLogTo === 'ai_tool';
}

/** An agent sees the first output alone, so failures have to stand there, in input order. */
export function showFailuresToAgent([success, error]: [
  INodeExecutionData[],
  INodeExecutionData[],
]): [INodeExecutionData[], INodeExecutionData[]] {
  const all = [...success, ...error].sort((a, b) => position(a) - position(b));
  return [all, []];
}

function position({ pairedItem }: INodeExecutionData): number {
  return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
}
