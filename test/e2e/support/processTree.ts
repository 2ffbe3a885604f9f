import { readdir, readFile } from 'node:fs/promises';

/** A process and all that it started, such as n8n with the process of its Code nodes (Linux). */
export async function processTree(root: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readStatus(Number(name));
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
  }
  const tree = [root];
  for (const parent of tree) {
    tree.push(...[...parents.keys()].filter((pid) => parents.get(pid) === parent));
  }
  return tree;
}

/** `/proc/PID/status`; empty once the process has ended. */
export function readStatus(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
}
