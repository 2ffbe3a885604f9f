import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { startDeveloping } from '../dev/developing';
import { eventually } from '../support/eventually';
import { itemsOf, executionEnd } from '../support/executions';
import type { Session } from '../support/restApi';
import { rig } from '../support/rig';
import { startRun } from '../support/savedWorkflows';
import { UPSERT } from '../support/upsertNode';

const PROJECT = resolve(__dirname, '../../..');
const OPTIONS = 'nodes/HubspotBatchUpsert/description/options.ts';
const SECONDS = 300;

test('npm run dev: a change to a source is in n8n some seconds later, without a restart', async () => {
  const { installation, packed, scratch } = rig();
  const project = await copyOfSources(scratch);
  const userFolder = await mkdtemp(join(scratch, 'n8n-'));
  const developing = await startDeveloping({ installation, packed, project, userFolder });
  const { n8n, workflow } = developing;
  try {
    const id = new URL(workflow).pathname.split('/').at(-1) ?? '';
    const run = await executionEnd(n8n, await startRun(n8n, { id, versionId: '' }), SECONDS);
    assert.equal(itemsOf(run, 'Written').length, 2);
    assert.equal(itemsOf(run, 'Not Written').length, 2);

    const changed = 'Options of a Developer';
    const file = join(project, OPTIONS);
    const source = await readFile(file, 'utf8');
    await writeFile(file, source.replace("displayName: 'Options'", `displayName: '${changed}'`));
    await eventually(async () => ((await labels(n8n)).includes(changed) ? true : undefined), {
      what: `"${changed}" among the labels of the node's parameters`,
      seconds: SECONDS,
    });
  } finally {
    await developing.stop();
  }
});

/** The sources that are compiled, apart, so that the test changes none of the project's own. */
async function copyOfSources(scratch: string): Promise<string> {
  const copy = await mkdtemp(join(scratch, 'sources-'));
  for (const name of ['nodes', 'credentials', 'tsconfig.json', 'tsconfig.build.json']) {
    await cp(join(PROJECT, name), join(copy, name), { recursive: true });
  }
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

interface NodeTypeFile {
  name: string;
  properties: Array<{ displayName: string }>;
}

/** What the editor calls the parameters of the node; none while n8n writes the file of all nodes anew. */
async function labels({ baseUrl, cookie }: Session): Promise<string[]> {
  const answer = await fetch(`${baseUrl}/types/nodes.json`, { headers: { cookie } });
  const types = await (answer.json() as Promise<NodeTypeFile[]>).catch(() => []);
  const node = types.find(({ name }) => name === UPSERT);
  return (node?.properties ?? []).map(({ displayName }) => displayName);
}
