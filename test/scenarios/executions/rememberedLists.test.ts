import { startSandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { columns } from '../../methods/editor';

const definitionsRead = ({ log }: Sandbox) =>
  log.entries.filter(({ operation }) => operation === 'properties').length;

async function begun() {
  const sandbox = await sandboxForTest();
  const credential = { id: 'remembers', ...serviceKeyOf(sandbox) };
  await upsert({ items: lineItems(1), credential });
  return { sandbox, credential };
}

it('the next execution reads no definitions', async () => {
  const { sandbox, credential } = await begun();
  const outcome = await upsert({ items: lineItems(3), credential });
  expect(outcome.success).toHaveLength(3);
  expect(definitionsRead(sandbox)).toBe(1);
});

it('a field for a property that is new in HubSpot is written, not ignored', async () => {
  const { sandbox, credential } = await begun();
  sandbox.store.addProperty('line_items', { name: 'brand_new', label: 'Brand new' });
  const items = [{ ...lineItems(1)[0], brand_new: 'yes' }];
  const outcome = await upsert({
    items,
    credential,
    parameters: { options: { unknownFields: 'ignore' } },
  });
  expect(writtenOf(outcome)).toMatchObject([{ properties: { brand_new: 'yes' } }]);
  expect(outcome.hints).not.toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('brand_new') as string }),
  );
  expect(definitionsRead(sandbox)).toBe(2);
});

it('an option that is new in HubSpot is no reason to refuse', async () => {
  const { sandbox, credential } = await begun();
  sandbox.store.addProperty('line_items', {
    name: 'warehouse',
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'Moon', value: 'moon', displayOrder: 0, hidden: false }],
  });
  const items = [{ ...lineItems(1)[0], warehouse: 'Moon' }];
  const outcome = await upsert({ items, credential });
  expect(writtenOf(outcome)).toMatchObject([{ properties: { warehouse: 'moon' } }]);
});

it('what is refused all the same is read anew once, and no more', async () => {
  const { sandbox, credential } = await begun();
  const items = [...lineItems(2), { ...lineItems(1, 7)[0], warehouse: 'Nowhere' }];
  const outcome = await upsert({ items, credential });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject([{ property: 'warehouse', attempted: false }]);
  expect(definitionsRead(sandbox)).toBe(2);
});

it('an owner who is new in HubSpot is found', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addOwner('71', 'old@example.com');
  const credential = { id: 'new-owner', ...serviceKeyOf(sandbox) };
  const contact = (email: string, owner: string) => ({ email, hubspot_owner_id: owner });
  const parameters = CONTACTS_BY_EMAIL;
  await upsert({ items: [contact('a@example.com', 'old@example.com')], credential, parameters });
  sandbox.store.addOwner('72', 'new@example.com');
  const items = [contact('b@example.com', 'new@example.com')];
  const outcome = await upsert({ items, credential, parameters });
  expect(writtenOf(outcome)).toMatchObject([{ properties: { hubspot_owner_id: '72' } }]);
});

it('a refusal that speaks against the definitions forgets them', async () => {
  const { sandbox, credential } = await begun();
  sandbox.faults.add({
    match: { path: '/batch/upsert', times: 1 },
    do: {
      kind: 'refusal',
      message: 'Property "name" does not exist',
      code: 'PROPERTY_DOESNT_EXIST',
      property: 'name',
    },
  });
  await upsert({ items: lineItems(1), credential, settings: { onError: 'continueRegularOutput' } });
  await upsert({ items: lineItems(1), credential });
  expect(definitionsRead(sandbox)).toBe(2);
});

it('a credential that lost its scope hears so from its next write', async () => {
  const { sandbox, credential } = await begun();
  const key = sandbox.tokens.serviceKey({ scopes: ['crm.objects.line_items.read'] });
  const outcome = await upsert({
    items: lineItems(1),
    credential: { ...credential, data: { ...credential.data, serviceKey: key } },
    settings: { onError: 'continueRegularOutput' },
  });
  expect(failuresOf(outcome)).toMatchObject([{ httpStatus: 403 }]);
});

it('the lists of the editor are read anew', async () => {
  const sandbox = await startSandbox();
  try {
    await upsert({ items: lineItems(1), credential: serviceKeyOf(sandbox) });
    sandbox.store.addProperty('line_items', { name: 'brand_new', label: 'Brand new' });
    const { fields } = await columns({ sandbox, objectType: 'line_items' });
    expect(fields.map(({ id }) => id)).toContain('brand_new');
  } finally {
    await sandbox.stop();
  }
});
