import { startSandbox, type Sandbox } from '../../../sandbox/hubspot/sandbox';
import { ask, type Session } from './restApi';
import { rig } from './rig';
import type { CredentialRef } from './upsertNode';

/** What a scenario acts on: the shared n8n, and a HubSpot of its own with a key to it. */
export interface World {
  n8n: Session;
  hubspot: Sandbox;
  /** A service key with every scope. */
  credential: CredentialRef;
}

export interface WorldOptions {
  /** What the HubSpot sandbox shall do otherwise than by default. */
  hubspot?: Parameters<typeof startSandbox>[0];
  /** Another n8n than the shared one. */
  n8n?: Session;
}

/** Makes a test of a scenario: opens its world, and closes it whatever happens. */
export function inWorld(scenario: (world: World) => Promise<void>, options: WorldOptions = {}) {
  return async (): Promise<void> => {
    const n8n = options.n8n ?? rig().session;
    const hubspot = await startSandbox(options.hubspot);
    try {
      const credential = await serviceKeyCredential(n8n, hubspot);
      await scenario({ n8n, hubspot, credential });
    } finally {
      try {
        await deleteCredentials(n8n);
      } finally {
        await hubspot.stop();
      }
    }
  };
}

const NAME = 'HubSpot sandbox';

/** A new service key of the sandbox, as a credential in n8n. */
export async function serviceKeyCredential(
  n8n: Session,
  { baseUrl, tokens }: Sandbox,
  key = tokens.serviceKey(),
): Promise<CredentialRef> {
  const type = 'hubspotBatchServiceKeyApi';
  const name = NAME;
  const data = { serviceKey: key, baseUrl, sensitiveData: [] };
  const { id } = await ask<{ id: string }>(n8n, 'POST', '/credentials', { name, type, data });
  return { type, id, name };
}

/** The credential of a type that was saved in the editor. */
export async function savedCredential(
  n8n: Session,
  type: CredentialRef['type'],
): Promise<CredentialRef> {
  const all = await ask<CredentialRef[]>(n8n, 'GET', '/credentials');
  const found = all.findLast((each) => each.type === type && each.name !== NAME);
  if (!found) throw new Error(`no credential of type ${type} was saved`);
  return { type, id: found.id, name: found.name };
}

/** So that n8n's editor chooses the next scenario's credential by itself. */
async function deleteCredentials(n8n: Session): Promise<void> {
  for (const { id } of await ask<Array<{ id: string }>>(n8n, 'GET', '/credentials')) {
    await ask(n8n, 'DELETE', `/credentials/${id}`);
  }
}
