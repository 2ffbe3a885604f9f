import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithThisProcess, killGroup } from './leftovers';

export interface BackgroundOptions {
  cwd: string;
  env?: Record<string, string | undefined>;
  /** File that takes all it prints. */
  log: string;
  /** Who it runs as; the caller where it is left out. */
  as?: { uid: number; gid: number };
}

/** A program that runs until it is stopped. */
export interface Background {
  pid: number;
  /** Undefined while it runs. */
  exit(): string | undefined;
  /** Asks it to end, and ends it where it does not. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, with all that it started. */
  kill(): Promise<void>;
}

/** n8n itself gives executions 30 s to end. */
const GRACE_MS = 40_000;

export function startInBackground(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, log, as }: BackgroundOptions,
): Background {
  const output = openSync(log, 'a');
  const stdio = ['ignore', output, output] as const;
  const child = spawn(program, args, { ...as, cwd, env, stdio: [...stdio], detached: true });
  closeSync(output);
  const pid = child.pid ?? 0;
  const letGo = endWithThisProcess(pid);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(letGo);
  const kill = async () => {
    killGroup(pid);
    await ended;
  };
  return {
    pid,
    exit: () => exitOf(child),
    kill,
    stop: async () => {
      if (exitOf(child) !== undefined) return;
      const inTime = new AbortController();
      const late = sleep(GRACE_MS, undefined, { signal: inTime.signal }).then(
        kill,
        () => undefined,
      );
      child.kill('SIGTERM');
      await ended;
      inTime.abort();
      await late;
    },
  };
}

function exitOf({ exitCode, signalCode, pid }: ChildProcess): string | undefined {
  if (pid === undefined) return 'could not be started';
  return signalCode ?? (exitCode === null ? undefined : `exit ${exitCode}`);
}
