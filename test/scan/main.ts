import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PACKED, SOURCES } from './rules';
import { scan } from './scan';

const PROJECT = resolve(__dirname, '../..');

/**
 * `npm run scan [-- TARBALL]`: n8n's scanner of community packages, before there is anything published that
 * it could download. It reads the sources and the packed tarball, or a tarball alone, and nothing of the
 * network.
 */
async function main(tarball: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  try {
    const sources = tarball === undefined ? [await look('sources', PROJECT, SOURCES)] : [];
    unpack(tarball ?? pack(folder), folder);
    const found = [...sources, await look('tarball', folder, PACKED)];
    process.exitCode = found.every(({ errors, files }) => errors === 0 && files > 1) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(what: string, folder: string, patterns: string[]) {
  const findings = await scan(folder, patterns);
  const { files, errors, report } = findings;
  process.stdout.write(`${report}${what}: ${files} files, ${errors} errors\n`);
  return findings;
}

function pack(folder: string): string {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const report = execFileSync('npm', args, { cwd: PROJECT, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(report) as [{ filename: string }];
  return join(folder, filename);
}

function unpack(tarball: string, folder: string): void {
  execFileSync('tar', ['-xzf', resolve(tarball), '--strip-components=1', '-C', folder]);
}

void main(process.argv[2]);
