import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startInBackground } from './background';
import { REDIS_SERVER } from './debianPackages';
import { freePort } from './freePort';
import { isListening } from './isListening';
import { eventually } from './eventually';

export interface Service {
  /** What n8n has to be told of it. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** A Redis on loopback that keeps nothing. */
export async function startRedis(scratch: string): Promise<Service> {
  const cwd = join(scratch, 'redis');
  await mkdir(cwd, { recursive: true });
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = startInBackground(REDIS_SERVER, args, { cwd, log: join(cwd, 'redis.log') });
  await eventually(() => isListening(port), { what: 'Redis', seconds: 30 });
  return {
    env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
    stop: () => server.stop(),
  };
}
