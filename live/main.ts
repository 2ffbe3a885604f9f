import { createInterface } from 'node:readline/promises';
import { runProgram } from './program';

const stopping = new AbortController();

// A terminal sends the signal to npm as well, which may pass it on: it can come more than once.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function stop(): void {
  if (stopping.signal.aborted) return;
  process.stderr.write('\nStopping; what was made is removed first.\n');
  stopping.abort();
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('SIGINT', () => terminal.close());
  try {
    return await terminal.question(question, { signal: stopping.signal });
  } catch {
    return '';
  } finally {
    terminal.close();
  }
}

void runProgram(process.argv.slice(2), {
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  ask: process.stdin.isTTY ? ask : undefined,
  signal: stopping.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
