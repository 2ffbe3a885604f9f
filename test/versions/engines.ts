import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { devDependencies } from '../../package.json';

/**
 * The oldest engine (n8n-core) that README claims. In 2.33 a token endpoint that is down for a moment ends
 * a run, in 2.11 ten requests with a stale token renew it ten times, and before that it is not renewed.
 */
export const OLDEST = '2.35.0';

/** The engine that this project is developed with. */
const OWN = devDependencies['n8n-core'];

const PROJECT = resolve(__dirname, '../..');

/** The newest engine on the registry. */
export function newest(): string {
  try {
    return npm(['view', 'n8n-core', 'version'], PROJECT).trim();
  } catch {
    process.stdout.write(
      'The registry does not answer; the newest engine is taken to be our own\n',
    );
    return OWN;
  }
}

/**
 * Installs an engine, once, outside of the checkout.
 *
 * @returns the folder whose `node_modules` has it
 */
export function engine(version: string): string {
  if (version === OWN) return PROJECT;
  const folder = join(cacheFolder(), version);
  if (existsSync(folder)) return folder;
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    writeFileSync(join(building, 'package.json'), '{ "private": true }');
    const own = npm(['view', `n8n-core@${version}`, 'dependencies.n8n-workflow'], building).trim();
    const packages = [`n8n-core@${version}`, `n8n-workflow@${own}`];
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], building);
    renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return folder;
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'n8n-nodes-hubspot-batch-upsert', 'engines');
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
