import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startInBackground, type Background } from './background';
import { eventually } from './eventually';
import { freePort } from './freePort';
import type { Installation } from './installation';
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

/** Starts n8n on a free port of 127.0.0.1, and waits until it is ready to serve. */
export async function startN8n({ installation, ...start }: N8nStart): Promise<N8nServer> {
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
    throw new Error(`${String(error)}\n${(await readFile(log, 'utf8')).slice(-4000)}`);
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
