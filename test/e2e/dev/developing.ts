import { startSandbox, type Sandbox } from '../../../sandbox/hubspot/sandbox';
import type { Installation } from '../support/installation';
import { filesFolder } from '../support/n8nEnvironment';
import { startN8n } from '../support/n8nServer';
import { signUpOwner } from '../support/owner';
import { installedIn, unpackNode, type PackedNode } from '../support/packedNode';
import type { Session } from '../support/restApi';
import { saveWorkflow } from '../support/savedWorkflows';
import { serviceKeyCredential } from '../support/world';
import { rebuildOnChange } from './rebuild';
import { starter } from './starter';

export interface Developing {
  n8n: Session;
  hubspot: Sandbox;
  /** Address of the workflow to start from. */
  workflow: string;
  /** File with all that n8n printed. */
  log: string;
  /** Folder of the files that workflows may read and write. */
  files: string;
  stop(): Promise<void>;
}

export interface DevelopingIn {
  installation: Installation;
  packed: PackedNode;
  /** Folder of the sources that are compiled when they change. */
  project: string;
  /** n8n's home is below it. */
  userFolder: string;
}

/**
 * Starts an n8n that loads the node anew whenever it is compiled anew, on a HubSpot of its own, with a
 * credential and a workflow.
 */
export async function startDeveloping(place: DevelopingIn): Promise<Developing> {
  const { installation, packed, project, userFolder } = place;
  await unpackNode(packed, userFolder);
  const hubspot = await startSandbox();
  const env = { N8N_DEV_RELOAD: 'true' };
  const server = await startN8n({ installation, userFolder, command: ['start'], env });
  const { baseUrl } = server;
  const n8n = { baseUrl, cookie: await signUpOwner(baseUrl) };
  const credential = await serviceKeyCredential(n8n, hubspot);
  const { id } = await saveWorkflow(n8n, starter(credential));
  rebuildOnChange(project, installedIn(userFolder, packed));
  return {
    n8n,
    hubspot,
    workflow: `${baseUrl}/workflow/${id}`,
    log: server.log,
    files: filesFolder(userFolder),
    stop: async () => {
      await server.process.stop();
      await hubspot.stop();
    },
  };
}
