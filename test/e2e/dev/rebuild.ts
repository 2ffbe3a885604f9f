import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Compiles the node into a package whenever a source changes, until this process ends. Icons and the
 * codex stay as they were packed.
 *
 * @param project folder of the sources
 * @param installed folder of the package
 */
export function rebuildOnChange(project: string, installed: string): void {
  const tsc = spawn(
    process.execPath,
    [
      join(project, 'node_modules/typescript/bin/tsc'),
      '--watch',
      '--preserveWatchOutput',
      ...['--project', join(project, 'tsconfig.build.json')],
      ...['--outDir', join(installed, 'dist')],
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  tsc.unref();
  process.once('exit', () => tsc.kill());
}
