import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { removeFolder } from './removeFolder';
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

const UNUSED_MS = 14 * 24 * 60 * 60_000;

/** `npm run` hands the project's own `ignore-scripts` down. */
const SCRIPTS = '--ignore-scripts=false';

/**
 * Installs what `test/e2e/package-lock.json` names, once for every version of that file, outside of
 * the checkout, and links it into `test/e2e`.
 */
export async function install(): Promise<Installation> {
  const folder = await installationFolder();
  if (existsSync(folder)) say(`n8n is installed in ${folder}`);
  else await installInto(folder);
  const now = new Date();
  await utimes(folder, now, now);
  await removeUnused(dirname(folder));
  await link(join(folder, 'node_modules'));
  return programs(folder);
}

/** `node_modules` of what is installed; undefined where nothing is. */
export async function installedModules(): Promise<string | undefined> {
  const folder = await installationFolder();
  return existsSync(folder) ? join(folder, 'node_modules') : undefined;
}

async function installInto(folder: string): Promise<void> {
  const building = `${folder}.${process.pid}`;
  say(`installing n8n into ${folder}: several minutes and 3 GB, this one time`);
  try {
    await build(building);
    await rename(building, folder);
    say('n8n is installed');
  } catch (error) {
    await removeFolder(building);
    // Another run may have been faster.
    if (!existsSync(folder)) throw error;
  }
}

async function build(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of LOCKED) await copyFile(join(E2E, name), join(folder, name));
  await writeFile(join(folder, '.npmrc'), 'fund=false\naudit=false\nengine-strict=false\n');
  await run('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
  say('packages are there; bringing Node.js 24 and building native modules');
  await run('npm', ['rebuild', SCRIPTS, 'node'], { cwd: folder });
  await run('npm', ['rebuild', SCRIPTS, ...NATIVE], { cwd: folder, env: pathWith(folder) });
}

/** Versions that nothing has used for long, and what an interrupted run left half built. */
async function removeUnused(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs < UNUSED_MS) continue;
    say(`removing an older n8n: ${folder}`);
    await removeFolder(folder);
  }
}

/** One for every version of what is to be installed. */
async function installationFolder(): Promise<string> {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'n8n-nodes-hubspot-batch-upsert', 'e2e', await versionOfLock());
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
