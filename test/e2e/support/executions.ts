import { parse } from 'flatted';
import { eventually } from './eventually';
import { ask, type Session } from './restApi';
import type { SavedWorkflow } from './savedWorkflows';

export interface Item {
  json: Record<string, unknown>;
  pairedItem?: { item: number };
  binary?: Record<string, unknown>;
}

interface NodeRun {
  executionStatus: string;
  error?: { message: string; description?: string };
  data?: Record<string, Array<Item[] | null>>;
  hints?: Array<{ message: string }>;
}

interface RunResult {
  error?: { message: string; description?: string };
  lastNodeExecuted?: string;
  runData: Record<string, NodeRun[]>;
}

/** A run of a workflow that has come to its end. */
export interface Execution {
  id: string;
  status: 'success' | 'error' | 'canceled' | 'crashed';
  result: RunResult;
}

const RUNNING = ['new', 'running', 'waiting', 'unknown'];

/** Waits for the end of an execution. */
export async function executionEnd(session: Session, id: string, seconds = 60): Promise<Execution> {
  return await eventually(
    async () => {
      const { status, data } = await ask<{ status: string; data: string }>(
        session,
        'GET',
        `/executions/${id}`,
      );
      if (RUNNING.includes(status)) return undefined;
      const { resultData } = parse(data) as { resultData: RunResult };
      return { id, status: status as Execution['status'], result: resultData };
    },
    { what: `end of execution ${id}`, seconds },
  );
}

/** Ids of all executions of a workflow. */
export async function executionsOf(session: Session, { id }: SavedWorkflow): Promise<string[]> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
  const path = `/executions?limit=100&filter=${filter}`;
  const { results } = await ask<{ results: Array<{ id: string }> }>(session, 'GET', path);
  return results.map((execution) => execution.id);
}

/** Where an execution stands right now. */
export async function executionStatus(session: Session, id: string): Promise<string> {
  return (await ask<{ status: string }>(session, 'GET', `/executions/${id}`)).status;
}

/** Ends an execution as the editor's stop button does. */
export async function stopExecution(session: Session, id: string): Promise<void> {
  await ask(session, 'POST', `/executions/${id}/stop`);
}

/** The items that left a node by one of its outputs, in one of its runs. */
export function itemsOf(execution: Execution, nodeName: string, output = 0, run = 0): Item[] {
  const runs = execution.result.runData[nodeName];
  if (!runs) throw new Error(`${nodeName} did not run: ${execution.result.error?.message ?? ''}`);
  return runs.at(run)?.data?.main?.[output] ?? [];
}

/** How many items left a node by each of its outputs. */
export function countsOf(execution: Execution, nodeName: string, run = 0): number[] {
  const outputs = execution.result.runData[nodeName]?.at(run)?.data?.main ?? [];
  return outputs.map((items) => items?.length ?? 0);
}

/** What the node tells of an item that left on Success. */
export function outcomeOf({ json }: Item): 'created' | 'updated' | 'written' {
  return (json.hubspot as { outcome: 'created' | 'updated' | 'written' }).outcome;
}
