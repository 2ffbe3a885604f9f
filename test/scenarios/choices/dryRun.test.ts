import type { IDataObject } from 'n8n-workflow';
import { associations, putDeals } from '../../support/associations';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const WRITES = ['upsert', 'create', 'update', 'associate'];

async function run(items: IDataObject[], parameters: IDataObject = {}) {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Old', price: '1' });
  sandbox.store.put('line_items', { invoice_line_key: 'K-2', name: 'Row 2', price: '2' });
  const options = { dryRun: true, ...(parameters.options as IDataObject) };
  const before = sandbox.store.records('line_items');
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { ...parameters, options },
  });
  for (const operation of WRITES) expect(sandbox.log.of(operation)).toEqual([]);
  expect(sandbox.store.records('line_items')).toEqual(before);
  return { sandbox, outcome };
}

it('says what would become of each item, and writes nothing', async () => {
  const { outcome } = await run([...lineItems(3), { name: 'without a key' }], {
    options: { skipUnchanged: true },
  });
  expectAllAccounted(outcome, 4);
  expect(writtenOf(outcome)).toMatchObject([
    {
      outcome: 'wouldCreate',
      changes: { name: { from: null, to: 'Row 0' }, price: { from: null, to: '0' } },
    },
    { outcome: 'wouldUpdate', changes: { name: { from: 'Old', to: 'Row 1' } } },
    { outcome: 'unchanged' },
  ]);
  expect(writtenOf(outcome)[1]?.changes).not.toHaveProperty('price');
  expect(failuresOf(outcome)).toMatchObject([{ category: 'MISSING_ID' }]);
});

it('goes by the choices that the run would go by', async () => {
  const created = await run(lineItems(2), { operation: 'create' });
  expect(writtenOf(created.outcome)).toMatchObject([
    { outcome: 'wouldCreate' },
    { outcome: 'skipped', reason: 'exists' },
  ]);
  const updated = await run(lineItems(2), { operation: 'update' });
  expect(writtenOf(updated.outcome)).toMatchObject([
    { outcome: 'skipped', reason: 'missing' },
    { outcome: 'wouldUpdate' },
  ]);
});

it('the hint says first that nothing was written', async () => {
  const { outcome } = await run(lineItems(3));
  expect(outcome.hints[0]?.message).toBe(
    'Dry run, nothing was written: 1 would be created, 2 would be updated, 0 would not be written; 2 requests.',
  );
});

it('of several writes to one record the later ones find what the earlier ones would leave', async () => {
  const items = ['One', 'Two', 'Two'].map((name) => ({ invoice_line_key: 'K-9', name }));
  const { outcome } = await run(items, {
    options: { duplicates: 'sequence', skipUnchanged: true },
  });
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'wouldCreate' },
    { outcome: 'wouldUpdate', changes: { name: { from: 'One', to: 'Two' } } },
    { outcome: 'unchanged' },
  ]);
});

it('tells the associations that would be made', async () => {
  const sandbox = await sandboxForTest();
  const [deal] = putDeals(sandbox, 1);
  const outcome = await upsert({
    items: lineItems(2).map((item, n) => ({ ...item, deal: n === 0 ? 'D-0' : 'D-7' })),
    credential: serviceKeyOf(sandbox),
    parameters: { ...associations({ toIdProperty: 'deal_key' }), options: { dryRun: true } },
  });
  expect(writtenOf(outcome)).toMatchObject([
    {
      outcome: 'wouldCreate',
      associations: [{ toObjectType: 'deals', toId: deal, label: '' }],
    },
  ]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND' }]);
  for (const operation of WRITES) expect(sandbox.log.of(operation)).toEqual([]);
});

it('takes no more than a read for each hundred items', async () => {
  const { sandbox, outcome } = await run(lineItems(1_000));
  expect(outcome.success).toHaveLength(1_000);
  expect(sandbox.log.of('read')).toHaveLength(10);
  expect(sandbox.log.entries).toHaveLength(11);
});

it('a switch that is neither on nor off keeps the node from running', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(1),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { dryRun: '={{ "perhaps" }}' } },
  });
  expect(thrown?.message).toMatch(/option Dry Run \(dryRun\) cannot be "perhaps"/);
  expect(sandbox.log.entries).toEqual([]);
});
