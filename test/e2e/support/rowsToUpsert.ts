import { manualTrigger } from './coreNodes';
import { upsertNode, type CredentialRef, type UpsertChoice } from './upsertNode';
import { node, workflow, type Workflow } from './workflow';

type Row = Record<string, unknown>;

/** The shortest workflow with a run of its own: a trigger, rows, the node under test. */
export function rowsToUpsert(
  credential: CredentialRef,
  rows: readonly Row[],
  choice: UpsertChoice = {},
): Workflow {
  const upsert = upsertNode(credential, choice);
  const nodes = [manualTrigger(), rowsNode(rows), upsert];
  return workflow('Rows to HubSpot', nodes, [
    ['Start', 'Rows'],
    ['Rows', upsert.name],
  ]);
}

/** A Code node that gives the rows. */
export function rowsNode(rows: readonly Row[], name = 'Rows') {
  const jsCode = `return ${JSON.stringify(rows.map((json) => ({ json })))};`;
  return node(name, ['n8n-nodes-base.code', 2], { jsCode });
}
