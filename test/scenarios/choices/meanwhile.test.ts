import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Crm } from '../../../sandbox/hubspot/crm/crm';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const KEYED = { invoice_line_key: 'K', name: 'Ours', price: '5' };
const ACME = { domain: 'acme.com', name: 'Ours' };

const byDomain = {
  ...objectType('companies'),
  ...idProperty('domain'),
  options: { nonUniqueId: 'search' },
};

interface Meanwhile {
  /** What HubSpot holds when it is read, and what somebody else then makes of it. */
  held?: Record<string, string>;
  before: 'create' | 'update';
  they: (store: Crm, id: string) => void;
  item?: IDataObject | ((id: string) => IDataObject);
  parameters: INodeParameters;
  sandbox?: Partial<SandboxOptions>;
  type?: string;
}

/** Runs the node with one item, while somebody else writes just before its first write arrives. */
async function run({
  held,
  before,
  they,
  item = KEYED,
  parameters,
  sandbox: options,
  type = 'line_items',
}: Meanwhile) {
  const sandbox = await sandboxForTest(options);
  const id = held ? sandbox.store.put(type, held) : '';
  const order = sandbox.faults.add({
    match: { path: `/batch/${before}` },
    do: { kind: 'meanwhile', run: (store) => they(store, id) },
  });
  const outcome = await upsert({
    items: [typeof item === 'function' ? item(id) : item],
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, 1);
  expect(order.fired()).toBe(1);
  const stored = sandbox.store.records(type).map(({ properties }) => properties);
  return { outcome, stored, id, operations: sandbox.log.entries.map(({ operation }) => operation) };
}

const theyCreate = (store: Crm) =>
  void store.put('line_items', { invoice_line_key: 'K', name: 'Theirs' });
const theyDelete = (store: Crm, id: string) => store.remove('line_items', id);

it('a record that somebody else creates is not created twice, nor touched', async () => {
  const { outcome, stored } = await run({
    before: 'create',
    they: theyCreate,
    parameters: { operation: 'create' },
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'skipped', reason: 'exists' }]);
  expect(stored).toEqual([{ invoice_line_key: 'K', name: 'Theirs' }]);
});

it.each<[string, Meanwhile['they'], object[]]>([
  ['deletes', theyDelete, []],
  [
    'gives another key',
    (store, id) => void store.put('line_items', { invoice_line_key: 'K-2' }, id),
    [{ invoice_line_key: 'K-2', name: 'Old' }],
  ],
])('a record that somebody else %s is not updated, nor made anew', async (_, they, left) => {
  const { outcome, stored } = await run({
    held: { invoice_line_key: 'K', name: 'Old' },
    before: 'update',
    they,
    parameters: { operation: 'update' },
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'skipped', reason: 'missing' }]);
  expect(stored).toEqual(left);
});

it('a record ID that somebody else takes away is told as not found', async () => {
  const { outcome, stored } = await run({
    held: { name: 'Old' },
    before: 'update',
    they: theyDelete,
    item: (id) => ({ hs_object_id: id, name: 'Ours' }),
    parameters: idProperty('hs_object_id'),
  });
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND' }]);
  expect(stored).toEqual([]);
});

describe('where existing values are kept', () => {
  const parameters = { options: { existingValues: 'keep' } };

  it('of a record that somebody else creates only what is empty is filled', async () => {
    const { outcome, stored } = await run({ before: 'create', they: theyCreate, parameters });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated' }]);
    expect(stored).toEqual([{ invoice_line_key: 'K', name: 'Theirs', price: '5' }]);
  });

  it('a value that somebody else fills in is replaced, as the documents say', async () => {
    const { outcome, stored } = await run({
      held: { invoice_line_key: 'K', name: 'Kept' },
      before: 'update',
      they: (store, id) => void store.put('line_items', { price: '9' }, id),
      parameters,
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated' }]);
    expect(stored).toEqual([{ invoice_line_key: 'K', name: 'Kept', price: '5' }]);
  });
});

describe('where unchanged records are skipped', () => {
  const parameters = { options: { skipUnchanged: true } };
  const held = { invoice_line_key: 'K', name: 'Old', price: '5' };

  it('a value that was as the item has it stays as somebody else changes it', async () => {
    const { outcome, stored } = await run({
      held,
      before: 'update',
      they: (store, id) => void store.put('line_items', { price: '9' }, id),
      parameters,
    });
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'updated', changes: { name: { from: 'Old', to: 'Ours' } } },
    ]);
    expect(stored).toEqual([{ invoice_line_key: 'K', name: 'Ours', price: '9' }]);
  });

  it('a value that differed is replaced, whatever somebody else makes of it', async () => {
    const { outcome, stored } = await run({
      held,
      before: 'update',
      they: (store, id) => void store.put('line_items', { name: 'Theirs' }, id),
      parameters,
    });
    expect(writtenOf(outcome)).toMatchObject([{ changes: { name: { from: 'Old', to: 'Ours' } } }]);
    expect(stored).toEqual([{ invoice_line_key: 'K', name: 'Ours', price: '5' }]);
  });

  it('a record that somebody else deletes is created with all values', async () => {
    const { outcome, stored } = await run({ held, before: 'update', they: theyDelete, parameters });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
    expect(stored).toEqual([KEYED]);
  });
});

describe('where records are searched for', () => {
  const company = { type: 'companies', item: ACME, parameters: byDomain };

  it('one that somebody else creates stands beside the one that the node creates', async () => {
    const { outcome, stored } = await run({
      ...company,
      before: 'create',
      they: (store) => void store.put('companies', { domain: 'acme.com', name: 'Theirs' }),
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
    expect(stored).toHaveLength(2);
  });

  it('one that is given another value is updated all the same', async () => {
    const { outcome, stored, id } = await run({
      ...company,
      held: { domain: 'acme.com', name: 'Old' },
      before: 'update',
      they: (store, id) => void store.put('companies', { domain: 'moved.com' }, id),
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }]);
    expect(stored).toMatchObject([{ name: 'Ours' }]);
  });

  it('one that is deleted is searched for again, and created', async () => {
    const { outcome, stored, operations } = await run({
      ...company,
      held: { domain: 'acme.com', name: 'Old' },
      before: 'update',
      they: (store, id) => store.remove('companies', id),
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
    expect(stored).toMatchObject([ACME]);
    expect(operations.filter((operation) => operation === 'search')).toHaveLength(2);
  });

  it('one that the search does not show yet is created a second time, and told of later', async () => {
    const sandbox = await sandboxForTest({ searchLagMs: Infinity });
    sandbox.store.put('companies', ACME);
    const once = () =>
      upsert({ items: [ACME], credential: serviceKeyOf(sandbox), parameters: byDomain });
    expect(writtenOf(await once())).toMatchObject([{ outcome: 'created' }]);
    sandbox.store.search.catchUp();
    expect(failuresOf(await once())).toMatchObject([{ category: 'AMBIGUOUS_ID' }]);
    expect(sandbox.store.count('companies')).toBe(2);
  });
});

it('what changes after a dry run is judged anew by the run that follows', async () => {
  const sandbox = await sandboxForTest();
  const once = (dryRun: boolean) =>
    upsert({
      items: [KEYED],
      credential: serviceKeyOf(sandbox),
      parameters: { options: { dryRun, skipUnchanged: true } },
    });
  expect(writtenOf(await once(true))).toMatchObject([{ outcome: 'wouldCreate' }]);
  theyCreate(sandbox.store);
  expect(writtenOf(await once(false))).toMatchObject([
    { outcome: 'updated', changes: { name: { from: 'Theirs', to: 'Ours' } } },
  ]);
});
