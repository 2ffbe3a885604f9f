import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../.ci/releaseNotes.mjs');

const CHANGELOG = `# Changelog

## 1.2.0 - 2026-11-27

- Reads minds.

### Fixed

- Less noise.

## 1.1.0 - 2026-10-01

- Older.
`;

function notesOf(tag: string, version: string, changelog = CHANGELOG) {
  const cwd = mkdtempSync(join(tmpdir(), 'release-'));
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ version }));
  writeFileSync(join(cwd, 'CHANGELOG.md'), changelog);
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, tag], {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('gives what the changelog says of the version, and nothing of the others', () => {
  expect(notesOf('v1.2.0', '1.2.0')).toEqual({
    status: 0,
    stdout: '- Reads minds.\n\n### Fixed\n\n- Less noise.\n',
    stderr: '',
  });
});

it.each([
  ['v1.3.0', '1.2.0', CHANGELOG, 'The tag is v1.3.0, but package.json has version 1.2.0'],
  ['1.2.0', '1.2.0', CHANGELOG, 'The tag is 1.2.0, but package.json has version 1.2.0'],
  ['v1.3.0', '1.3.0', CHANGELOG, 'CHANGELOG.md has no "## 1.3.0 - YYYY-MM-DD"'],
  ['v1.2', '1.2', CHANGELOG, 'CHANGELOG.md has no "## 1.2 - YYYY-MM-DD"'],
  [
    'v2.0.0',
    '2.0.0',
    '## 2.0.0 - unreleased\n\n- All.\n',
    'CHANGELOG.md has "## 2.0.0 - unreleased", which names no date such as 2026-11-27',
  ],
  [
    'v2.0.0',
    '2.0.0',
    '## 2.0.0 - 2026-11-27\n\n## 1.0.0 - 2026-01-01\n\n- Old.\n',
    'CHANGELOG.md says nothing of 2.0.0',
  ],
])('stops at the tag %s of version %s', (tag, version, changelog, reason) => {
  expect(notesOf(tag, version, changelog)).toEqual({
    status: 1,
    stdout: '',
    stderr: `${reason}\n`,
  });
});
