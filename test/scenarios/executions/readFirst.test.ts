import type { INodeParameters } from 'n8n-workflow';
import { writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';

virtualTime();

/** Executions of one n8n process, begun at the same time, each with one company. */
async function atOnce(
  companies: Array<Record<string, string>>,
  given: { found: string; operation?: string; options: INodeParameters },
  sandboxOptions: Partial<SandboxOptions> = {},
  before: Array<Record<string, string>> = [],
) {
  const sandbox = await sandboxForTest(sandboxOptions);
  sandbox.store.addProperty('companies', { name: 'company_key', hasUniqueValue: true });
  for (const company of before) sandbox.store.put('companies', company);
  const credential = { id: expect.getState().currentTestName!, ...serviceKeyOf(sandbox) };
  const { found, operation = 'upsert', options } = given;
  const parameters = { ...objectType('companies'), ...idProperty(found), operation, options };
  const ends = await Promise.all(
    companies.map((item) => upsert({ items: [item], credential, parameters })),
  );
  const stored = sandbox.store.records('companies').map(({ properties }) => properties);
  return { outcomes: ends.flatMap((end) => writtenOf(end).map(({ outcome }) => outcome)), stored };
}

it.each<[string, Partial<SandboxOptions>]>([
  ['as it is written', {}],
  ['never', { searchLagMs: Infinity }],
])('a new company is searched for and created once, shown by searches %s', async (_, lag) => {
  const domains = ['acme.com', 'ACME.com', 'www.acme.com', 'acme.com'];
  const { outcomes, stored } = await atOnce(
    domains.map((domain, n) => ({ domain, name: `Name ${n}` })),
    { found: 'domain', options: { nonUniqueId: 'search' } },
    lag,
  );
  expect(outcomes.sort()).toEqual(['created', 'updated', 'updated', 'updated']);
  expect(stored).toHaveLength(1);
});

it('what one has filled in the next one keeps', async () => {
  const { outcomes, stored } = await atOnce(
    ['One', 'Two', 'Three'].map((name) => ({ company_key: 'A', name })),
    { found: 'company_key', options: { existingValues: 'keep' } },
    {},
    [{ company_key: 'A' }],
  );
  expect(outcomes).toEqual(['updated', 'unchanged', 'unchanged']);
  expect(stored).toMatchObject([{ name: 'One' }]);
});

it('one creates and the others find it there', async () => {
  const { outcomes, stored } = await atOnce(
    ['One', 'Two', 'Three'].map((name) => ({ company_key: 'A', name })),
    { found: 'company_key', operation: 'create', options: {} },
  );
  expect(outcomes).toEqual(['created', 'skipped', 'skipped']);
  expect(stored).toMatchObject([{ name: 'One' }]);
});

it('the same value is written once', async () => {
  const { outcomes } = await atOnce(
    [1, 2, 3].map(() => ({ company_key: 'A', name: 'One' })),
    { found: 'company_key', options: { skipUnchanged: true } },
  );
  expect(outcomes).toEqual(['created', 'unchanged', 'unchanged']);
});

it('other records do not wait for each other', async () => {
  const { outcomes, stored } = await atOnce(
    Array.from({ length: 20 }, (_, n) => ({ company_key: `K-${n}`, name: `Name ${n}` })),
    { found: 'company_key', options: { existingValues: 'keep' } },
  );
  expect(outcomes).toEqual(Array(20).fill('created'));
  expect(stored).toHaveLength(20);
});
