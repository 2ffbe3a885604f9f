import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const create = { operation: 'create' };

it('creates the records that are not there, and leaves the others as they are', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('line_items', { invoice_line_key: 'K-1', name: 'Kept' });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: create,
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created', idValue: 'K-0' },
    { outcome: 'skipped', reason: 'exists', idValue: 'K-1', id },
    { outcome: 'created', idValue: 'K-2' },
  ]);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'K-1')?.properties.name).toBe('Kept');
  expect(sandbox.log.entries.map(({ operation }) => operation)).toEqual([
    'properties',
    'read',
    'create',
  ]);
});

it('a contact is there, too, under an additional address', async () => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('contacts', { email: 'jane@new.com' });
  sandbox.store.addEmail(id, 'jane@old.com');
  const outcome = await upsert({
    items: [{ email: 'Jane@Old.com', firstname: 'Jane' }, { email: 'joe@x.com' }],
    credential: serviceKeyOf(sandbox),
    parameters: { ...create, ...CONTACTS_BY_EMAIL },
  });
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'skipped', reason: 'exists', id },
    { outcome: 'created' },
  ]);
});
