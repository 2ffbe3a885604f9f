import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

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
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const GRACE_MS = 15_000;

export function startInBackground(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, log, as }: BackgroundOptions,
): Background {
  const output = openSync(log, 'a');
  const child = spawn(program, args, { ...as, cwd, env, stdio: ['ignore', output, output] });
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const signal = async (name: NodeJS.Signals) => {
    if (exitOf(child) === undefined) child.kill(name);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    exit: () => exitOf(child),
    kill: () => signal('SIGKILL'),
    stop: async () => {
      const forced = new AbortController();
      const late = sleep(GRACE_MS, undefined, { signal: forced.signal }).then(
        () => signal('SIGKILL'),
        () => undefined,
      );
      await signal('SIGTERM');
      forced.abort();
      await late;
    },
  };
}

function exitOf({ exitCode, signalCode, pid }: ChildProcess): string | undefined {
  if (pid === undefined) return 'could not be started';
  return signalCode ?? (exitCode === null ? undefined : `exit ${exitCode}`);
}
