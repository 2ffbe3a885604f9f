import { readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const PACKAGES = ['n8n-core', 'n8n-workflow', '@hubspot/api-client', 'axios'];

/** Where and with what the numbers were measured. */
export interface Machine {
  date: string;
  processor: string;
  cores: number;
  memoryGigabytes: number;
  system: string;
  node: string;
  /** Name and version. */
  packages: Array<[name: string, version: string]>;
}

export function thisMachine(): Machine {
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    packages: [
      ['this package', versionIn(ROOT)],
      ...PACKAGES.map((name): [string, string] => [
        name,
        versionIn(join(ROOT, 'node_modules', name)),
      ]),
    ],
  };
}

function versionIn(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
