import type { NodeSettings } from '../../sandbox/engine/runNode';

type Case = [name: string, settings: NodeSettings];

/** The node's settings under which a throw stops the workflow. */
export const STOPPING: Case[] = [
  ['left unset', {}],
  ['Stop Workflow', { onError: 'stopWorkflow' }],
];

/** The node's settings under which the workflow goes on. */
export const CONTINUING: Case[] = [
  ['Continue', { onError: 'continueRegularOutput' }],
  ['Continue (using error output)', { onError: 'continueErrorOutput' }],
  ['Continue On Fail of old', { continueOnFail: true }],
];

/** Every way in which a user can set "On Error". */
export const ON_ERROR: Case[] = [...STOPPING, ...CONTINUING];
