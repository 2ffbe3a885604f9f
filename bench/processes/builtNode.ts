import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ICredentialType, INodeType } from 'n8n-workflow';

const ROOT = join(__dirname, '../..');
/** Inside the project, so that the compiled files find `n8n-workflow`. */
const CACHE = join(ROOT, 'node_modules/.cache');

/** The package's classes. */
export interface BuiltPackage {
  node: INodeType;
  serviceKey: ICredentialType;
}

/**
 * Compiles the package as `npm run build` does, into a folder of its own: tsx would measure
 * something else, because it wraps every function to keep its name.
 *
 * @returns The folder, for `loadPackage`.
 */
export async function buildPackage(): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder];
  try {
    await promisify(execFile)(process.execPath, [tsc, ...options, '--declaration', 'false']);
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    throw new Error(`The package cannot be compiled:\n${stdout}`, { cause: error });
  }
  return folder;
}

/** @param folder Where `buildPackage` left it. */
export async function loadPackage(folder: string): Promise<BuiltPackage> {
  const node = await load<{ HubspotBatchUpsert: new () => INodeType }>(
    join(folder, 'nodes/HubspotBatchUpsert/HubspotBatchUpsert.node.js'),
  );
  const credential = await load<{ HubspotBatchServiceKeyApi: new () => ICredentialType }>(
    join(folder, 'credentials/HubspotBatchServiceKeyApi.credentials.js'),
  );
  return {
    node: new node.HubspotBatchUpsert(),
    serviceKey: new credential.HubspotBatchServiceKeyApi(),
  };
}

async function load<Exports>(file: string): Promise<Exports> {
  return (await import(file)) as Exports;
}
