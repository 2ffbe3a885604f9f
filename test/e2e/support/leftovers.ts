/** Leaders of process groups that this process started and that may still run. */
const running = new Set<number>();

/**
 * Has a process group end with this process, whichever way that ends: a scenario file that takes
 * too long is told so by SIGTERM, a person presses Ctrl+C.
 *
 * @returns lets go of it, once it has ended by itself
 */
export function endWithThisProcess(leader: number): () => void {
  watch();
  running.add(leader);
  return () => running.delete(leader);
}

/** Ends a group at once, with all that its leader started, such as n8n's task runner. */
export function killGroup(leader: number): void {
  // 0 would be the group of this process itself.
  if (leader === 0) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

let watching = false;

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => running.forEach(killGroup));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
}
