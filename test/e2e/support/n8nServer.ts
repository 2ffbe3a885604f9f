import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startInBackground, type Background } from './background';
import { eventually } from './eventually';
import { freePort } from './freePort';
import type { Installation } from './installation';
import { lastLines } from './logs';
import { filesFolder, n8nEnvironment } from './n8nEnvironment';

export interface N8nServer {
  baseUrl: string;
  process: Background;
  /** File with all that it printed. */
  log: string;
}

export interface N8nStart {
  installation: Installation;
  userFolder: string;
  /** `start`, or `worker` and its arguments. */
  command: readonly string[];
  /** On top of what every n8n gets. */
  env?: Record<string, string>;
}

const START_SECONDS = 180;

/**
 * Starts n8n on free ports of 127.0.0.1, and waits until it is ready to serve. Between the choice of
 * a port and its use another process may take it: then n8n starts once more, on other ones.
 */
export async function startN8n(start: N8nStart): Promise<N8nServer> {
  try {
    return await startOnce(start);
  } catch (error) {
    if (!PORT_TAKEN.test(String(error))) throw error;
    return await startOnce(start);
  }
}

const PORT_TAKEN = /port \d+ is already in use|EADDRINUSE/i;

/** @throws Error with the last lines of its log */
async function startOnce({ installation, ...start }: N8nStart): Promise<N8nServer> {
  const { userFolder, command, env = {} } = start;
  const port = await freePort();
  const log = join(userFolder, `${command[0]}-${port}.log`);
  await mkdir(filesFolder(userFolder), { recursive: true });
  const place = { userFolder, port, brokerPort: await freePort() };
  const process = startInBackground(installation.node, [installation.n8n, ...command], {
    cwd: userFolder,
    env: { ...n8nEnvironment(place), QUEUE_HEALTH_CHECK_PORT: String(port), ...env },
    log,
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await eventually(() => isReady(baseUrl, process), { what: 'n8n', seconds: START_SECONDS });
  } catch (error) {
    await process.stop();
    throw new Error(`${String(error)}\n${await lastLines(log)}`);
  }
  return { baseUrl, process, log };
}

async function isReady(baseUrl: string, process: Background): Promise<true | undefined> {
  const exit = process.exit();
  if (exit) throw new Error(`n8n ended: ${exit}`);
  try {
    const answer = await fetch(`${baseUrl}/healthz/readiness`);
    return answer.ok ? true : undefined;
  } catch {
    return undefined;
  }
}
