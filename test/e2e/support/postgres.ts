import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInBackground } from './background';
import { postgresPrograms } from './debianPackages';
import { eventually } from './eventually';
import { freePort } from './freePort';
import { isListening } from './isListening';
import type { Service } from './redis';
import { removeFolder } from './removeFolder';
import { run } from './run';

const USER = 'n8n';

/** PostgreSQL runs as nobody's root: Debian's package brings a user for it. */
const SYSTEM_USER = 'postgres';

/** A PostgreSQL on loopback that is gone when it stops. */
export async function startPostgres(): Promise<Service> {
  const programs = postgresPrograms() ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'hubspot-e2e-postgres-'));
  const as = await systemUser();
  if (as) await chown(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'postgres.log');
  const place = { cwd: folder, log, as };

  const init = ['-D', data, '-U', USER, '--auth=trust', '--locale=C.UTF-8', '--no-sync'];
  const initialising = startInBackground(join(programs, 'initdb'), init, place);
  const exit = await eventually(() => initialising.exit(), { what: 'initdb', seconds: 60 });
  if (exit !== 'exit 0') throw new Error(`initdb ended: ${exit}; see ${log}`);

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((each) => ['-c', each])];
  const server = startInBackground(join(programs, 'postgres'), args, place);
  await eventually(() => isListening(port), { what: 'PostgreSQL', seconds: 60 });
  return {
    env: {
      DB_TYPE: 'postgresdb',
      DB_POSTGRESDB_HOST: '127.0.0.1',
      DB_POSTGRESDB_PORT: String(port),
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_DATABASE: 'postgres',
    },
    stop: async () => {
      await server.stop();
      await removeFolder(folder);
    },
  };
}

async function systemUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number(await run('id', [flag, SYSTEM_USER], { cwd: '/' }));
  return { uid: await id('-u'), gid: await id('-g') };
}
