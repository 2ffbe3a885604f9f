import { resolve } from 'node:path';
import { freePort } from './freePort';
import type { Installation } from './installation';
import { n8nEnvironment } from './n8nEnvironment';
import { run } from './run';

export const EXAMPLES = resolve(__dirname, '../../../examples');

/** Imports all of `examples/` with n8n's own command line, into the n8n that lives in the folder. */
export async function importExamples(installation: Installation, userFolder: string) {
  const ports = { port: await freePort(), brokerPort: await freePort() };
  const said = await run(
    installation.node,
    [installation.n8n, 'import:workflow', '--separate', `--input=${EXAMPLES}`],
    { cwd: userFolder, env: n8nEnvironment({ userFolder, ...ports }) },
  );
  // It ends with 0 whatever happens.
  if (!said.includes('Successfully imported')) throw new Error(`n8n did not import: ${said}`);
}
