import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { missingBuildTools } from '../support/debianPackages';
import { install } from '../support/installation';
import { OWNER } from '../support/owner';
import { packNode } from '../support/packedNode';
import { say } from '../support/say';
import { startDeveloping, type Developing } from './developing';

const UNUSABLE_MACHINE = 2;
const PROJECT = resolve(__dirname, '../../..');

/** `npm run dev`: n8n with the node, on the sandbox, until Ctrl+C. */
async function main(): Promise<void> {
  const missing = missingBuildTools();
  if (missing.length > 0) {
    process.stderr.write(`Missing: apt-get install --no-install-recommends ${missing.join(' ')}\n`);
    process.exitCode = UNUSABLE_MACHINE;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hubspot-dev-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
  const installation = await install();
  say('building and packing the node');
  const packed = await packNode(folder);
  say('starting n8n');
  const userFolder = join(folder, 'n8n');
  const started = await startDeveloping({ installation, packed, project: PROJECT, userFolder });
  process.stdout.write(introduction(started));
}

function introduction({ n8n, workflow, hubspot, log, files }: Developing): string {
  return `
n8n              ${n8n.baseUrl}
  E-mail         ${OWNER.email}
  Password       ${OWNER.password}
To start from    ${workflow}
HubSpot sandbox  ${hubspot.baseUrl}
n8n's log        ${log}
Files it may use ${files}

Change a file under nodes/ or credentials/: it is compiled, and n8n loads it. Reload the editor's page
where a parameter has changed. Ctrl+C stops all of it; nothing is kept, so export workflows that you need.

`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
