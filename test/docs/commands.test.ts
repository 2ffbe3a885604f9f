import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, scripts } from '../../package.json';
import { USAGE as SANDBOX_USAGE } from '../../sandbox/hubspot/commandLine';
import { USAGE as DEMO_USAGE } from '../../sandbox/demo/usage';
import { page, pages, ROOT, tableBelow } from './markdown';

const WORKFLOWS = '.github/workflows';

const files = [
  ...pages().map(({ path }) => path),
  ...readdirSync(join(ROOT, WORKFLOWS)).map((name) => join(WORKFLOWS, name)),
  '.ci/run',
  'package.json',
];

const found = (pattern: RegExp) =>
  files.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern)].map(([, ...groups]) => ({
      file,
      groups,
    })),
  );

it('every command that is named is one of package.json', () => {
  const named = found(/npm (?:run|--silent run) (?:-s )?([\w:]+)/g);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ groups: [name] }) => !(name! in scripts))).toEqual([]);
});

it('every command of package.json stands in CONTRIBUTING, or belongs to one that does', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const parts = ['types', 'lint:unused-outside-tests'];
  const missing = Object.keys(scripts)
    .filter((name) => !parts.includes(name))
    .filter((name) => !new RegExp(`npm (run )?${name}(?![\\w:])`).test(text));
  expect(missing).toEqual([]);
});

it.each([
  ['demo', DEMO_USAGE],
  ['sandbox', SANDBOX_USAGE],
])('every option of npm run %s that is named is one that it has', (command, usage) => {
  const named = found(new RegExp(`npm run ${command} -- ([^\n\`#]+)`, 'g'));
  const options = named.flatMap(({ groups: [rest] }) => rest!.match(/--[a-z-]+/g) ?? []);
  expect(options.filter((option) => !usage.includes(option))).toEqual([]);
});

it('every folder of tests that is named is there', () => {
  const named = found(/npx jest (test\/[\w/.-]+)/g);
  expect(named.filter(({ groups: [path] }) => !existsSync(join(ROOT, path!)))).toEqual([]);
});

it('every version that is held says why', () => {
  const told = tableBelow(page('CONTRIBUTING.md'), '## Pinned versions').map(([names]) => names);
  const held = Object.entries(devDependencies).filter(([, version]) => /^\d/.test(version));
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter(([name]) => !told.join().includes(`\`${name}\``))).toEqual([]);
});
