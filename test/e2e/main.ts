import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingDebianPackages } from './support/debianPackages';
import { importExamples } from './support/importExamples';
import { install } from './support/installation';
import { endsOfLogs } from './support/logs';
import { filesFolder } from './support/n8nEnvironment';
import { startN8n } from './support/n8nServer';
import { signUpOwner } from './support/owner';
import { packNode, unpackNode } from './support/packedNode';
import { removeFolder } from './support/removeFolder';
import { passOn } from './support/rig';
import { runScenarios, type Counts } from './support/runScenarios';
import { say } from './support/say';

const UNUSABLE_MACHINE = 2;

/** `npm run e2e [-- part of a scenario's file name …]` */
async function main(wanted: readonly string[]): Promise<void> {
  const missing = missingDebianPackages();
  if (missing.length > 0) {
    process.stderr.write(`Missing: apt-get install --no-install-recommends ${missing.join(' ')}\n`);
    process.exitCode = UNUSABLE_MACHINE;
    return;
  }
  const { passed, failed, failures } = await withRig(() => runScenarios(wanted));
  for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

/** Starts all that scenarios share, and stops it whatever they do. */
async function withRig(work: () => Promise<Counts>): Promise<Counts> {
  const installation = await install();
  const scratch = await mkdtemp(join(tmpdir(), 'hubspot-e2e-'));
  try {
    say('building and packing the node');
    const packed = await packNode(scratch);
    const userFolder = join(scratch, 'n8n');
    await unpackNode(packed, userFolder);
    say('starting n8n');
    const server = await startN8n({ installation, userFolder, command: ['start'] });
    const { baseUrl, process: n8n } = server;
    try {
      const session = { baseUrl, cookie: await signUpOwner(baseUrl) };
      say(`n8n with ${packed.name} is at ${baseUrl}`);
      await importExamples(installation, userFolder);
      const files = filesFolder(userFolder);
      passOn({ installation, packed, session, pid: n8n.pid, log: server.log, files, scratch });
      const counts = await work();
      if (counts.failed > 0) process.stdout.write(await endsOfLogs(scratch));
      return counts;
    } finally {
      say('stopping n8n');
      await n8n.stop();
    }
  } finally {
    if (process.env.KEEP_E2E) say(`kept ${scratch}`);
    else await removeFolder(scratch);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
