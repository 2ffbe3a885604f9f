import { eventually } from './eventually';
import { executionEnd, type Execution } from './executions';
import { ask, type Session } from './restApi';
import type { Workflow } from './workflow';

export interface SavedWorkflow {
  id: string;
  versionId: string;
}

export async function saveWorkflow(session: Session, workflow: Workflow): Promise<SavedWorkflow> {
  return await ask<SavedWorkflow>(session, 'POST', '/workflows', workflow);
}

/** Has its triggers heard; n8n takes a moment for that after it has answered. */
export async function activate(session: Session, { id, versionId }: SavedWorkflow): Promise<void> {
  await ask(session, 'POST', `/workflows/${id}/activate`, { versionId });
  await eventually(
    async () => {
      const path = `/workflows/${id}/publication-status`;
      const { status } = await ask<{ status: string }>(session, 'GET', path);
      if (status === 'failed') throw new Error(`n8n did not activate workflow ${id}`);
      return status === 'published' ? true : undefined;
    },
    { what: `activation of workflow ${id}`, seconds: 60 },
  );
}

/** Starts a run as the editor's button does. @returns the execution's id. */
export async function startRun(
  session: Session,
  { id }: SavedWorkflow,
  trigger = 'Start',
): Promise<string> {
  const { executionId } = await ask<{ executionId: string }>(
    session,
    'POST',
    `/workflows/${id}/run`,
    { triggerToStartFrom: { name: trigger } },
  );
  return executionId;
}

/** Saves a workflow, runs it once by hand, and waits for its end. */
export async function runOnce(
  session: Session,
  workflow: Workflow,
  { trigger = 'Start', seconds = 60 } = {},
): Promise<Execution> {
  const saved = await saveWorkflow(session, workflow);
  return await executionEnd(session, await startRun(session, saved, trigger), seconds);
}
