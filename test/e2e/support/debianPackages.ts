import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const CHROMIUM = '/usr/bin/chromium';
export const REDIS_SERVER = '/usr/bin/redis-server';

const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** Names of the Debian packages that the scenarios need and the machine lacks. */
export function missingDebianPackages(): string[] {
  const present: Record<string, boolean> = {
    chromium: existsSync(CHROMIUM),
    'redis-server': existsSync(REDIS_SERVER),
    postgresql: postgresPrograms() !== undefined,
  };
  return [...Object.keys(present).filter((name) => !present[name]), ...missingBuildTools()];
}

/** Those of them that npm builds sqlite3 and isolated-vm of n8n with. */
export function missingBuildTools(): string[] {
  return ['python3', 'make', 'g++'].filter((name) => !existsSync(join('/usr/bin', name)));
}

/** Folder of `initdb` and `postgres`, which Debian keeps out of the PATH; the newest version. */
export function postgresPrograms(): string | undefined {
  if (!existsSync(POSTGRES_VERSIONS)) return undefined;
  return readdirSync(POSTGRES_VERSIONS)
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(POSTGRES_VERSIONS, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')));
}
