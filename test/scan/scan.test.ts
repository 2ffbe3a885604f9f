import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Packs files as npm does: in a folder `package`. */
function tarballOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, 'package', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const tarball = join(folder, 'planted.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
  return tarball;
}

function scan(files: Record<string, string>) {
  const args = ['tsx', 'test/scan/main.ts', tarballOf(files)];
  const { status, stdout } = spawnSync('npx', args, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout };
}

const MANIFEST = {
  name: 'n8n-nodes-planted',
  version: '1.0.0',
  license: 'MIT',
  description: 'What the scan shall find',
  keywords: ['n8n-community-node-package'],
  author: { name: 'Somebody', email: 'somebody@example.com' },
  homepage: 'https://example.com',
  repository: { type: 'git', url: 'https://example.com/planted.git' },
  files: ['dist'],
  n8n: { n8nNodesApiVersion: 1, nodes: ['dist/nodes/Planted/Planted.node.js'] },
  peerDependencies: { 'n8n-workflow': '*' },
};

const CODE = 'dist/nodes/Planted/Planted.node.js';

it('lets a clean tarball pass', () => {
  const { status, stdout } = scan({
    'package.json': JSON.stringify(MANIFEST),
    [CODE]: "'use strict';\nexports.one = 1;\n",
  });
  expect(stdout).toMatch(/tarball: 2 files, 0 errors\n$/);
  expect(status).toBe(0);
});

it('finds what reads the environment, though a comment switches the rule off', () => {
  const { status, stdout } = scan({
    'package.json': JSON.stringify(MANIFEST),
    [CODE]: '/* eslint-disable */\nexports.home = process.env.HOME;\n',
  });
  expect(stdout).toContain('no-restricted-globals');
  expect(status).toBe(1);
});

it('finds a runtime dependency in package.json', () => {
  const { status, stdout } = scan({
    'package.json': JSON.stringify({ ...MANIFEST, dependencies: { axios: '1' } }),
    [CODE]: "'use strict';\n",
  });
  expect(stdout).toContain('no-runtime-dependencies');
  expect(status).toBe(1);
});
