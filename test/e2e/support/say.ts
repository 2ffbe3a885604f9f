const startedAt = performance.now();

/** Tells what the rig is doing, with the time since it began. */
export function say(text: string): void {
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stdout.write(`[${clock}] ${text}\n`);
}
