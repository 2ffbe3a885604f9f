import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');

export interface Packed {
  /** The tarball's files, relative to the package. */
  files: string[];
  /** Where the package is installed, as n8n would have it. */
  installed: string;
}

/** Builds and packs the project, and installs the tarball into an empty folder. */
export function packAndInstall(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  npm(['run', 'build'], PROJECT);
  const report = npm(['pack', '--json', '--pack-destination', folder], PROJECT);
  const [{ name, filename, files }] = JSON.parse(report) as [PackReport];

  writeFileSync(join(folder, 'package.json'), '{}');
  const install = ['install', '--offline', '--ignore-scripts', '--legacy-peer-deps', '--no-audit'];
  npm([...install, join(folder, filename)], folder);
  const peer = 'node_modules/n8n-workflow';
  symlinkSync(join(PROJECT, peer), join(folder, peer));
  return { files: files.map(({ path }) => path), installed: join(folder, 'node_modules', name) };
}

interface PackReport {
  name: string;
  filename: string;
  files: Array<{ path: string }>;
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
