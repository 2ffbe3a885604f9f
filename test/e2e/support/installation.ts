import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { run } from './run';
import { say } from './say';

/** An n8n on disk, with the Node.js that it runs on. */
export interface Installation {
  /** The binary. */
  node: string;
  /** n8n's command line, to be run with `node`. */
  n8n: string;
}

const E2E = resolve(__dirname, '..');
const LOCKED = ['package.json', 'package-lock.json'] as const;

/** Of all install scripts in the tree these are the ones that n8n cannot do without. */
const NATIVE = ['sqlite3', 'isolated-vm'];

/** `npm run` hands the project's own `ignore-scripts` down. */
const SCRIPTS = '--ignore-scripts=false';

/**
 * Installs what `test/e2e/package-lock.json` names, once for every version of that file, outside of
 * the checkout, and links it into `test/e2e`.
 */
export async function install(): Promise<Installation> {
  const folder = join(cacheFolder(), await versionOfLock());
  if (existsSync(folder)) say(`n8n is installed in ${folder}`);
  else await installInto(folder);
  await link(join(folder, 'node_modules'));
  return programs(folder);
}

async function installInto(folder: string): Promise<void> {
  const building = `${folder}.${process.pid}`;
  say(`installing n8n into ${folder}: several minutes and 3 GB, this one time`);
  await mkdir(building, { recursive: true });
  for (const name of LOCKED) await copyFile(join(E2E, name), join(building, name));
  await writeFile(join(building, '.npmrc'), 'fund=false\naudit=false\nengine-strict=false\n');
  await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: building });
  say('packages are there; bringing Node.js 24 and building native modules');
  await run('npm', ['rebuild', SCRIPTS, 'node'], { cwd: building });
  await run('npm', ['rebuild', SCRIPTS, ...NATIVE], { cwd: building, env: pathWith(building) });
  await rename(building, folder);
  say('n8n is installed');
}

function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'n8n-nodes-hubspot-batch-upsert', 'e2e');
}

async function versionOfLock(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of LOCKED) hash.update(await readFile(join(E2E, name)));
  return hash.digest('hex').slice(0, 16);
}

/** So that scenarios import `playwright-core` by its name. */
async function link(target: string): Promise<void> {
  const path = join(E2E, 'node_modules');
  await rm(path, { recursive: true, force: true });
  await symlink(target, path);
}

function programs(folder: string): Installation {
  const modules = join(folder, 'node_modules');
  return { node: join(modules, 'node/bin/node'), n8n: join(modules, 'n8n/bin/n8n') };
}

/** Native modules are built for the Node.js that stands first. */
function pathWith(folder: string): Record<string, string> {
  const own = join(folder, 'node_modules/node/bin');
  return { PATH: [own, process.env.PATH ?? ''].join(delimiter) };
}
