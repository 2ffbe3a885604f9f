import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const items = [
  { email: 'jane@old.com', firstname: 'Jane' },
  { email: 'jane@new.com', firstname: 'Janet', city: 'Rome' },
];

async function run(options: Record<string, string | boolean>, operation = 'upsert') {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('contacts', { email: 'jane@new.com' });
  sandbox.store.addEmail(id, 'jane@old.com');
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { ...CONTACTS_BY_EMAIL, operation, options },
  });
  expectAllAccounted(outcome, 2);
  return { outcome, contact: sandbox.store.records('contacts')[0]?.properties };
}

it('two addresses of a contact are updated one after the other', async () => {
  const { outcome, contact } = await run({}, 'update');
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated' }, { outcome: 'updated' }]);
  expect(contact).toMatchObject({ firstname: 'Janet', city: 'Rome' });
});

it('what the first of them filled, the second keeps', async () => {
  const { outcome, contact } = await run({ existingValues: 'keep' });
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'updated', changes: { firstname: { from: null, to: 'Jane' } } },
    { outcome: 'updated', changes: { city: { from: null, to: 'Rome' } } },
  ]);
  expect(contact).toMatchObject({ firstname: 'Jane', city: 'Rome' });
});

it('a dry run says the same', async () => {
  const { outcome, contact } = await run({ existingValues: 'keep', dryRun: true });
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'wouldUpdate', changes: { firstname: { from: null, to: 'Jane' } } },
    { outcome: 'wouldUpdate', changes: { city: { from: null, to: 'Rome' } } },
  ]);
  expect(writtenOf(outcome)[1]?.changes).not.toHaveProperty('firstname');
  expect(contact).not.toHaveProperty('firstname');
});

it.each(['update', 'upsert'])(
  'what the first of them changes, the second changes back (%s)',
  async (operation) => {
    const sandbox = await sandboxForTest();
    const id = sandbox.store.put('contacts', {
      email: 'jane@new.com',
      firstname: 'Jane',
      hs_buying_role: 'CHAMPION',
    });
    sandbox.store.addEmail(id, 'jane@old.com');
    const outcome = await upsert({
      items: [
        { email: 'jane@old.com', firstname: 'J.', hs_buying_role: 'BLOCKER' },
        { email: 'jane@new.com', firstname: 'Jane', hs_buying_role: ';CHAMPION' },
      ],
      credential: serviceKeyOf(sandbox),
      parameters: { ...CONTACTS_BY_EMAIL, operation, options: { skipUnchanged: true } },
    });
    expectAllAccounted(outcome, 2);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'updated', changes: { firstname: { from: 'Jane', to: 'J.' } } },
      { outcome: 'updated', changes: { firstname: { from: 'J.', to: 'Jane' } } },
    ]);
    expect(sandbox.store.records('contacts')[0]?.properties).toMatchObject({
      firstname: 'Jane',
      hs_buying_role: 'BLOCKER;CHAMPION',
    });
  },
);
