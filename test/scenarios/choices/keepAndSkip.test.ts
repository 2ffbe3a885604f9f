import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const operations = (sandbox: Awaited<ReturnType<typeof sandboxForTest>>) =>
  sandbox.log.entries.map(({ operation }) => operation);

describe('existing values are kept', () => {
  const keep = { options: { existingValues: 'keep' } };

  it('and only what is empty is filled', async () => {
    const sandbox = await sandboxForTest();
    sandbox.store.put('line_items', { invoice_line_key: 'K-0', name: 'Kept' });
    sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Kept', price: '7' });
    const outcome = await upsert({
      items: lineItems(3),
      credential: serviceKeyOf(sandbox),
      parameters: keep,
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'updated', changes: { price: { from: null, to: '0' } } },
      { outcome: 'unchanged', idValue: 'K-1' },
      { outcome: 'created' },
    ]);
    expect(sandbox.store.records('line_items').map(({ properties }) => properties)).toMatchObject([
      { name: 'Kept', price: '0' },
      { name: 'Kept', price: '7' },
      { name: 'Row 2', price: '2' },
    ]);
  });

  it('also those of a record that somebody creates meanwhile', async () => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({
      match: { path: '/batch/create' },
      do: {
        kind: 'meanwhile',
        run: (store) => void store.put('line_items', { invoice_line_key: 'K-0', name: 'Theirs' }),
      },
    });
    const outcome = await upsert({
      items: lineItems(1),
      credential: serviceKeyOf(sandbox),
      parameters: keep,
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated' }]);
    expect(sandbox.store.records('line_items')).toMatchObject([
      { properties: { name: 'Theirs', price: '0' } },
    ]);
  });
});

describe('unchanged records are skipped', () => {
  const skip = { options: { skipUnchanged: true } };

  it('an unchanged sheet is not written at all', async () => {
    const sandbox = await sandboxForTest();
    const credential = serviceKeyOf(sandbox);
    await upsert({ items: lineItems(250), credential });
    sandbox.log.clear();
    const outcome = await upsert({ items: lineItems(250), credential, parameters: skip });
    expectAllAccounted(outcome, 250);
    expect(new Set(writtenOf(outcome).map(({ outcome: done }) => done))).toEqual(
      new Set(['unchanged']),
    );
    expect(operations(sandbox).sort()).toEqual(['properties', 'read', 'read', 'read']);
  });

  it('of a record that differs no more is sent than what differs', async () => {
    const sandbox = await sandboxForTest();
    const credential = serviceKeyOf(sandbox);
    await upsert({ items: lineItems(3), credential });
    const items = lineItems(4).map((item, n) => (n === 1 ? { ...item, name: 'New' } : item));
    const outcome = await upsert({ items, credential, parameters: skip });
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'updated', changes: { name: { from: 'Row 1', to: 'New' } } },
      { outcome: 'unchanged' },
      { outcome: 'created' },
    ]);
    const [sent] = sandbox.log.of('update');
    expect(sent?.body).toMatchObject({ inputs: [{ id: 'K-1', properties: { name: 'New' } }] });
  });

  it('a record that is deleted meanwhile is created whole', async () => {
    const sandbox = await sandboxForTest();
    const id = sandbox.store.put('line_items', { invoice_line_key: 'K-0', name: 'Row 0' });
    sandbox.faults.add({
      match: { path: '/batch/update' },
      do: { kind: 'meanwhile', run: (store) => void store.remove('line_items', id) },
    });
    const outcome = await upsert({
      items: lineItems(1),
      credential: serviceKeyOf(sandbox),
      parameters: skip,
    });
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
    expect(sandbox.store.records('line_items')).toMatchObject([
      { properties: { name: 'Row 0', price: '0' } },
    ]);
  });
});
