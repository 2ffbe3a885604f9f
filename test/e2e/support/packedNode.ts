import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from './run';

const PROJECT = resolve(__dirname, '../../..');

/** The project as its users get it. */
export interface PackedNode {
  name: string;
  tarball: string;
}

/** Builds the project and packs it into a tarball in the folder. */
export async function packNode(folder: string): Promise<PackedNode> {
  await run('npm', ['run', 'build'], { cwd: PROJECT });
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [report] = JSON.parse(await run('npm', args, { cwd: PROJECT })) as [PackReport];
  return { name: report.name, tarball: join(folder, report.filename) };
}

/** Unpacks it where n8n's own installer of community nodes would. */
export async function unpackNode(packed: PackedNode, userFolder: string): Promise<void> {
  const target = installedIn(userFolder, packed);
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', packed.tarball, '--strip-components=1', '-C', target], { cwd: target });
}

/** Folder of the unpacked package. */
export function installedIn(userFolder: string, { name }: PackedNode): string {
  return join(userFolder, '.n8n/nodes/node_modules', name);
}

interface PackReport {
  name: string;
  filename: string;
}
