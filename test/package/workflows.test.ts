import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { devDependencies, engines } from '../../package.json';

const ROOT = resolve(__dirname, '../..');
const GITHUB = join(ROOT, '.github');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  needs?: string;
  environment?: { name: string };
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  strategy?: { matrix: { node: string[] } };
  steps: Step[];
}

interface Workflow {
  permissions: Record<string, string>;
  on: { push: { tags?: string[] } };
  jobs: Record<string, Job>;
}

const read = (path: string) => readFileSync(join(GITHUB, path), 'utf8');
const files = readdirSync(join(GITHUB, 'workflows'));
const workflows = files.map((file): [string, Workflow] => [
  file,
  parse(read(`workflows/${file}`)) as Workflow,
]);
const jobs = workflows.flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]) => [`${file}: ${name}`, job] as const),
);
const publish = Object.fromEntries(workflows)['publish.yml']!;

it('every action is pinned to a commit, and says which version that is', () => {
  const uses = files.flatMap((file) => read(`workflows/${file}`).match(/uses:.*/g) ?? []);
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it('an action has the same commit wherever it is used', () => {
  const used = jobs.flatMap(([, { steps }]) => steps.flatMap(({ uses = [] }) => uses));
  const names = new Set(used.map((each) => each.split('@')[0]));
  expect(new Set(used).size).toBe(names.size);
});

describe('rights', () => {
  it.each(workflows)('%s grants none to all of its jobs', (_, { permissions }) => {
    expect(permissions).toEqual({});
  });

  it('are written down for each job, which ends in time', () => {
    for (const [name, job] of jobs) {
      expect([name, job.permissions !== undefined, job['timeout-minutes']]).toEqual([
        name,
        true,
        expect.any(Number),
      ]);
    }
  });

  it('to publish and to release are those of one job each', () => {
    const writing = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions)
        .filter(([, right]) => right !== 'read')
        .map(([scope, right]) => `${name} ${scope}: ${right}`),
    );
    expect(writing).toEqual([
      'publish.yml: publish id-token: write',
      'publish.yml: release contents: write',
    ]);
  });

  it('are no kept secret: the workflows name none', () => {
    for (const file of files) expect(read(`workflows/${file}`)).not.toContain('secrets.');
  });

  it('of a checkout do not stay in the folder, where tests could use them', () => {
    const checkouts = jobs.flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });
});

describe('what may publish', () => {
  const { pack, publish: publishing, release } = publish.jobs;

  it('waits for what was tested, in an environment that its owner protects', () => {
    expect(publishing).toMatchObject({ needs: 'pack', environment: { name: 'npm' } });
    expect(release).toMatchObject({ needs: 'publish' });
  });

  it('neither checks out nor installs nor runs anything of the project', () => {
    for (const { uses = '', run = '' } of [...publishing!.steps, ...release!.steps]) {
      expect(uses).not.toMatch(/checkout/);
      expect(run).not.toMatch(/npm (ci|install|i|run|test|exec)\b|npx|node /);
    }
  });

  it('publishes the tarball with provenance', () => {
    const runs = publishing!.steps.flatMap(({ run = [] }) => run);
    expect(runs).toEqual([
      'npm publish ./release/*.tgz --provenance --access public --ignore-scripts',
    ]);
  });

  it('is given nothing before tag, version and changelog agree, and the gate has passed', () => {
    const runs = pack!.steps.flatMap(({ run = [] }) => run);
    expect(publish.on.push.tags).toEqual(['v*']);
    expect(runs[0]).toContain('.ci/releaseNotes.mjs "$GITHUB_REF_NAME"');
    expect(runs.indexOf('bash .ci/run')).toBe(1);
  });
});

it('the fast lane begins with the oldest Node.js that package.json claims', () => {
  const [oldest] = Object.fromEntries(workflows)['ci.yml']!.jobs.fast!.strategy!.matrix.node;
  expect(engines.node).toBe(`>=${oldest}`);
});

it('what is not updated by itself is a package of this project', () => {
  const { updates } = parse(read('dependabot.yml')) as {
    updates: Array<{ ignore?: Array<{ 'dependency-name': string }> }>;
  };
  const held = updates.flatMap(({ ignore = [] }) => ignore.map((each) => each['dependency-name']));
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter((name) => !(name in devDependencies))).toEqual([]);
});

describe.each(['bug.yml', 'idea.yml'])('the form %s', (file) => {
  const form = parse(read(`ISSUE_TEMPLATE/${file}`)) as {
    name: string;
    description: string;
    body: Array<{ type: string; id?: string; attributes: Record<string, unknown> }>;
  };

  it('is one that GitHub takes', () => {
    expect(form).toMatchObject({
      name: expect.stringMatching(/./) as string,
      description: expect.stringMatching(/./) as string,
    });
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { type, id, attributes } of fields) {
      expect(type).toMatch(/^(textarea|input|dropdown|checkboxes)$/);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes.label).toEqual(expect.any(String));
      if (type === 'dropdown' || type === 'checkboxes')
        expect(attributes.options).not.toHaveLength(0);
    }
  });
});
