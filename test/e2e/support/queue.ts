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
  /** Ids of the executions that it took on. */
  started(): Promise<string[]>;
  /** Ids of those that it has not ended. */
  holds(): Promise<string[]>;
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
    stops.push(() => postgres.stop());
    const redis = await startRedis(scratch);
    stops.push(() => redis.stop());
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
      return {
        kill: () => server.process.kill(),
        started: () => idsIn(server.log, 'started'),
        holds: async () => {
          const ended = await idsIn(server.log, '(?:finished|errored while running)');
          return (await idsIn(server.log, 'started')).filter((id) => !ended.includes(id));
        },
      };
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

/** Executions of which a worker's log tells this. */
async function idsIn(log: string, what: string): Promise<string[]> {
  const told = new RegExp(`Worker ${what} execution (\\d+)`, 'g');
  return [...(await readFile(log, 'utf8')).matchAll(told)].map(([, id = '']) => id);
}
