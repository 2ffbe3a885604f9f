import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { credentialsOf, UPSERT, type CredentialRef } from './upsertNode';
import type { Workflow } from './workflow';

const EXAMPLES = resolve(__dirname, '../../../examples');

/**
 * A workflow of `examples/` as its user would have it: with a credential in the node, and with
 * paths and addresses of their own.
 *
 * @param changes parameters by name of the node
 */
export async function example(
  name: string,
  credential: CredentialRef,
  changes: Record<string, Record<string, unknown>> = {},
): Promise<Workflow> {
  const workflow = JSON.parse(
    await readFile(resolve(EXAMPLES, `${name}.json`), 'utf8'),
  ) as Workflow;
  for (const changed of Object.keys(changes)) {
    if (!workflow.nodes.some((node) => node.name === changed)) throw new Error(`no ${changed}`);
  }
  const nodes = workflow.nodes.map((node) => ({
    ...node,
    parameters: { ...node.parameters, ...changes[node.name] },
    ...(node.type === UPSERT ? { credentials: credentialsOf(credential) } : {}),
  }));
  return { ...workflow, nodes };
}
