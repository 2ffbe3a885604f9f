import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const create = { operation: 'create', options: { maxRetries: 2 } };

async function sandboxThatLoses(when: 'before' | 'after', times: number) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/batch/create', times }, do: { kind: 'reset', when } });
  return sandbox;
}

it('what HubSpot created without saying so is found, and not created again', async () => {
  const sandbox = await sandboxThatLoses('after', 1);
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome).map(({ outcome: done }) => done)).toEqual(Array(3).fill('written'));
  expect(sandbox.log.of('create')).toHaveLength(1);
  expect(sandbox.store.count('line_items')).toBe(3);
});

it('what it did not create is created once it was seen that it is not there', async () => {
  const sandbox = await sandboxThatLoses('before', 2);
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expect(writtenOf(outcome).map(({ outcome: done }) => done)).toEqual(Array(3).fill('created'));
  expect(sandbox.log.entries.map(({ operation }) => operation)).toEqual([
    'properties',
    'read',
    'create',
    'read',
    'create',
    'read',
    'create',
  ]);
});

it('was sent, also where the run ends before it is created once more', async () => {
  const sandbox = await sandboxThatLoses('before', 1);
  sandbox.faults.add({
    match: { path: '/batch/create', nth: 2 },
    do: { kind: 'status', status: 429, policy: 'DAILY' },
  });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { ...create, options: { ...create.options, batchSize: 1, maxConcurrency: 2 } },
  });
  expectAllAccounted(outcome, 2);
  expect(sandbox.log.of('create')).toHaveLength(2);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-0', attempted: true, retryable: true },
    { idValue: 'K-1', attempted: true, retryable: true },
  ]);
});

it('no more often than the option says', async () => {
  const sandbox = await sandboxThatLoses('before', 9);
  const outcome = await upsert({
    items: lineItems(1),
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expectAllAccounted(outcome, 1);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'NETWORK', retryable: true, attempted: true },
  ]);
  expect(sandbox.log.of('create')).toHaveLength(3);
});

it('a record that somebody else creates meanwhile is skipped', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: '/batch/create', times: 1 },
    do: {
      kind: 'meanwhile',
      run: (store) => void store.put('line_items', { invoice_line_key: 'K-1', name: 'Theirs' }),
    },
  });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created' },
    { outcome: 'skipped', reason: 'exists' },
    { outcome: 'created' },
  ]);
  const kept = sandbox.store.find('line_items', 'invoice_line_key', 'K-1');
  expect(kept?.properties.name).toBe('Theirs');
});

it('a conflict of another unique property is no record that exists: HubSpot is quoted', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
  sandbox.store.put('line_items', { invoice_line_key: 'K-9', serial: '7' });
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'K-1', serial: '7' },
      { invoice_line_key: 'K-2', serial: '8' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created', idValue: 'K-2' }]);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-1', property: 'serial', value: '7', stage: 'upsert', attempted: true },
  ]);
});
