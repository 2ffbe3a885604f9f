import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { installedModules } from '../../test/e2e/support/installation';

/** Why a table lacks what is measured only where it is there, and how a reader gets it. */
export const NOT_INSTALLED =
  'n8n is not installed; `npm run e2e` and `npm run dev` do that, once, 3 GB';

/** The HubSpot node that comes with n8n. */
export interface BuiltInHubspot {
  node: INodeType;
  /** Its credential "HubSpot Service Key". */
  serviceKey: ICredentialType;
}

/**
 * The version of n8n's own nodes (`n8n-nodes-base`). They need hundreds of packages, so that the bench
 * takes them from the n8n of the end-to-end tests; undefined where that was never installed.
 */
export async function builtInVersion(): Promise<string | undefined> {
  const folder = await nodesBase();
  if (folder === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** @throws Error where n8n is not installed. */
export async function loadBuiltInHubspot(): Promise<BuiltInHubspot> {
  const folder = await nodesBase();
  if (folder === undefined) throw new Error(NOT_INSTALLED);
  const { Hubspot } = (await import(join(folder, 'dist/nodes/Hubspot/Hubspot.node.js'))) as {
    Hubspot: new () => IVersionedNodeType;
  };
  const { HubspotAppToken } = (await import(
    join(folder, 'dist/credentials/HubspotAppToken.credentials.js')
  )) as { HubspotAppToken: new () => ICredentialType };
  return { node: new Hubspot().getNodeType(), serviceKey: new HubspotAppToken() };
}

async function nodesBase(): Promise<string | undefined> {
  const modules = await installedModules();
  return modules && join(modules, 'n8n-nodes-base');
}
