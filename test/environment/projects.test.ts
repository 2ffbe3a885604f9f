import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { scripts } from '../../package.json';

const ROOT = resolve(__dirname, '../..');

const projectsOf = (script: string) =>
  /--selectProjects ([\w ]+)/.exec(script)?.[1]?.trim().split(' ') ?? [];

const listTests = (project: string) =>
  JSON.parse(
    execFileSync('npx', ['jest', '--listTests', '--json', '--selectProjects', project], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  ) as string[];

it('every file of tests is run once by npm test and npm run test:long together', () => {
  const projects = [scripts.test, scripts['test:long']].flatMap(projectsOf);
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith(`e2e${sep}`))
    .map((file) => join(ROOT, 'test', file));
  expect(files.length).toBeGreaterThan(0);
  expect(projects.flatMap(listTests).sort()).toEqual(files.sort());
});
