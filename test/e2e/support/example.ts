import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLES } from './importExamples';
import { ask } from './restApi';
import { rig } from './rig';
import { credentialsOf, UPSERT, type CredentialRef } from './upsertNode';
import type { Workflow } from './workflow';

/**
 * A workflow of `examples/` as n8n has imported it and as its user would go on: with a credential in
 * the node, and with paths and addresses of their own.
 *
 * @param changes parameters by name of the node
 */
export async function example(
  file: string,
  credential: CredentialRef,
  changes: Record<string, Record<string, unknown>> = {},
): Promise<Workflow> {
  const { name, connections, settings, nodes } = await imported(file);
  for (const changed of Object.keys(changes)) {
    if (!nodes.some((node) => node.name === changed)) throw new Error(`no ${changed}`);
  }
  const adapted = nodes.map((node) => ({
    ...node,
    parameters: { ...node.parameters, ...changes[node.name] },
    ...(node.type === UPSERT ? { credentials: credentialsOf(credential) } : {}),
  }));
  return { name: `${name}, adapted`, connections, settings, nodes: adapted };
}

async function imported(file: string): Promise<Workflow> {
  const { name } = JSON.parse(await readFile(join(EXAMPLES, `${file}.json`), 'utf8')) as Workflow;
  const { session } = rig();
  const all = await ask<Array<{ id: string; name: string }>>(session, 'GET', '/workflows');
  const found = all.find((workflow) => workflow.name === name);
  if (!found) throw new Error(`n8n has no workflow "${name}"`);
  return await ask<Workflow>(session, 'GET', `/workflows/${found.id}`);
}
