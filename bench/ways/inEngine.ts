import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { runNode, type NodeOutcome, type NodeRun } from '../../sandbox/engine/runNode';

/**
 * Runs a node in n8n's engine.
 *
 * @returns Its outcome, and how long it worked, without what the engine does before and after.
 */
export async function timedRun(run: NodeRun): Promise<NodeOutcome & { milliseconds: number }> {
  const { nodeType } = run;
  let milliseconds = 0;
  async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const startedAt = performance.now();
    try {
      return (await nodeType.execute?.call(this)) as INodeExecutionData[][];
    } finally {
      milliseconds = performance.now() - startedAt;
    }
  }
  const timed = Object.assign(Object.create(nodeType) as INodeType, { execute });
  const outcome = await runNode({ ...run, nodeType: timed });
  return { ...outcome, milliseconds };
}

/** Which of the items that went in an item belongs to. */
export function positionOf({ pairedItem }: INodeExecutionData): number {
  return typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;
}
