import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signUpOwner } from './owner';
import { unpackNode } from './packedNode';
import { startPostgres } from './postgres';
import { startRedis } from './redis';
import type { Session } from './restApi';
import { rig } from './rig';
import { startN8n, type N8nServer } from './n8nServer';

export interface Worker {
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** How many executions it took on. */
  executions(): Promise<number>;
}

/** One main and its workers, as a company runs n8n. */
export interface Queue {
  session: Session;
  workers: Worker[];
  /** Starts one more, such as after one was killed. */
  addWorker(): Promise<Worker>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, Redis, a main and two workers, each with a home of its own. */
export async function startQueue(): Promise<Queue> {
  const { installation, packed, scratch } = rig();
  const stops: Array<() => Promise<void>> = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const postgres = await startPostgres();
    stops.push(postgres.stop);
    const redis = await startRedis(scratch);
    stops.push(redis.stop);
    const env = {
      ...postgres.env,
      ...redis.env,
      EXECUTIONS_MODE: 'queue',
      N8N_ENCRYPTION_KEY: randomUUID(),
      QUEUE_HEALTH_CHECK_ACTIVE: 'true',
    };
    const startServer = async (name: string, command: string[]): Promise<N8nServer> => {
      const userFolder = join(scratch, `queue-${name}-${randomUUID().slice(0, 8)}`);
      await unpackNode(packed, userFolder);
      const server = await startN8n({ installation, userFolder, command, env });
      stops.push(() => server.process.stop());
      return server;
    };
    const addWorker = async (): Promise<Worker> => {
      const server = await startServer('worker', ['worker', '--concurrency=10']);
      return { kill: () => server.process.kill(), executions: () => startedIn(server.log) };
    };
    const main = await startServer('main', ['start']);
    const session = { baseUrl: main.baseUrl, cookie: await signUpOwner(main.baseUrl) };
    const workers = await Promise.all([addWorker(), addWorker()]);
    return { session, workers, addWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startedIn(log: string): Promise<number> {
  return (await readFile(log, 'utf8')).split('Worker started execution').length - 1;
}
