import { spawn } from 'node:child_process';

export interface CommandOptions {
  cwd: string;
  env?: Record<string, string>;
}

/**
 * Runs a program to its end.
 *
 * @returns what it printed on stdout
 * @throws Error with the end of all that it printed, where it failed
 */
export function run(program: string, args: readonly string[], options: CommandOptions) {
  return new Promise<string>((resolve, reject) => {
    const env = { ...process.env, ...options.env };
    const child = spawn(program, args, {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let everything = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      everything += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (everything += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(stdout);
      else
        reject(new Error(`${program} ${args.join(' ')}: exit ${code}\n${everything.slice(-4000)}`));
    });
  });
}
