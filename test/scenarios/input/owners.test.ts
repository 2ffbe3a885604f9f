import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL, idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const WITHOUT_OWNERS = ['crm.objects.contacts.write', 'crm.schemas.contacts.read'];

/** Contacts, each with an owner. */
const contacts = (...owners: unknown[]) =>
  owners.map((owner, index) => ({
    email: `c${index}@example.com`,
    hubspot_owner_id: owner as IDataObject[string],
  }));

async function upsertContacts(
  sandbox: Sandbox,
  items: IDataObject[],
  { scopes, options = {} }: { scopes?: string[]; options?: IDataObject } = {},
) {
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox, { scopes }),
    parameters: { ...CONTACTS_BY_EMAIL, options: { maxRetries: 0, ...options } as never },
  });
  expectAllAccounted(outcome, items.length);
  return outcome;
}

const ownersOf = (sandbox: Sandbox, type = 'contacts') =>
  sandbox.store.records(type).map(({ properties }) => properties.hubspot_owner_id);

/** Of each request for owners: which page, and of whom. */
const asked = (sandbox: Sandbox) =>
  sandbox.log.of('owners').map(({ query }) => ({
    isFirst: query.after === undefined,
    archived: query.archived === 'true',
  }));

it.each(['v3', '2026-09'])(
  'with %s owners are read once, to the last page, for all items',
  async (apiVersion) => {
    const specDir = process.env.HUBSPOT_SPEC_DIR;
    const sandbox = await sandboxForTest({ ownersPageSize: 2, specDir });
    for (let index = 1; index <= 3; index += 1) {
      sandbox.store.addOwner(`90${index}`, `owner${index}@example.com`);
    }
    const items = contacts('owner3@example.com', 41629779, 'Owner1@Example.COM');
    const { success } = await upsertContacts(sandbox, items, { options: { apiVersion } });
    expect(success).toHaveLength(3);
    expect(ownersOf(sandbox)).toEqual(['903', '41629779', '901']);
    expect(asked(sandbox)).toEqual([
      { isFirst: true, archived: false },
      { isFirst: false, archived: false },
      { isFirst: false, archived: false },
    ]);
    expect(sandbox.violations).toMatchObject({ requests: [], answers: [] });
  },
);

it('of several object types owners are read once', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { type: 'contacts', key: 'customer_number', hubspot_owner_id: 'ada.byron@example.com' },
      { type: 'deals', key: 'deal_key', hubspot_owner_id: 'ada.byron@example.com' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType('={{ $json.type }}'),
      ...idProperty('={{ $json.key }}'),
      id: 'K-1',
    },
  });
  expectAllAccounted(outcome, 2);
  expect(ownersOf(sandbox)).toEqual(['60158084']);
  expect(ownersOf(sandbox, 'deals')).toEqual(['60158084']);
  expect(sandbox.log.of('owners')).toHaveLength(1);
});

it.each<[string, unknown]>([
  ['ids', 41629779],
  ['names', 'Ada Byron'],
  ['nothing', ''],
])('no list is read for %s', async (_, owner) => {
  const sandbox = await sandboxForTest({ externalPipelines: true });
  await upsertContacts(sandbox, contacts(owner));
  expect(sandbox.log.of('owners')).toEqual([]);
  expect(sandbox.log.of('pipelines')).toEqual([]);
});

it('who is no owner, or none any more, is refused with those who are; the others are written', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addOwner('77', 'gone@example.com', { archived: true });
  const items = contacts(
    'ada.byrn@example.com',
    'gone@example.com',
    'ada.byron@example.com',
    'Ada Byron',
  );
  const outcome = await upsertContacts(sandbox, items);
  const refused = { category: 'INVALID_VALUE', property: 'hubspot_owner_id', attempted: false };
  expect(failuresOf(outcome)).toMatchObject([
    { ...refused, message: expect.stringContaining('perhaps ada.byron@example.com') as string },
    { ...refused, message: expect.stringContaining('archived') as string },
    { ...refused, message: expect.stringContaining("write the owner's e-mail address") as string },
  ]);
  expect(ownersOf(sandbox)).toEqual(['60158084']);
  expect(asked(sandbox)).toEqual([
    { isFirst: true, archived: false },
    { isFirst: true, archived: true },
  ]);
});

it('without the scope for owners it is named on the items that need it; the others are written', async () => {
  const sandbox = await sandboxForTest();
  const items = contacts('ada.byron@example.com', '60158084', 'jo.smith@example.com');
  const outcome = await upsertContacts(sandbox, items, { scopes: WITHOUT_OWNERS });
  const refused = {
    category: 'INVALID_VALUE',
    retryable: false,
    message: expect.stringContaining('grant crm.objects.owners.read') as string,
  };
  expect(failuresOf(outcome)).toMatchObject([refused, refused]);
  expect(ownersOf(sandbox)).toEqual(['60158084']);
  expect(sandbox.log.of('owners')).toHaveLength(1);
});

it('owners that are not to be had for the moment end the run before anything is sent', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/owners' }, do: { kind: 'status', status: 503 } });
  const outcome = await upsertContacts(sandbox, contacts('1', 'ada.byron@example.com', 'x y'));
  const unsent = { category: 'NOT_ATTEMPTED', retryable: true, attempted: false };
  expect(failuresOf(outcome)).toMatchObject([unsent, unsent, unsent]);
  expect(failuresOf(outcome)[0]?.message).toContain('to read the owners');
  expect(sandbox.log.upserts()).toEqual([]);
});

it('a list of former owners that is not to be had only says less', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/owners', nth: 2 }, do: { kind: 'status', status: 503 } });
  const items = contacts('nobody@example.com', 'ada.byron@example.com');
  const outcome = await upsertContacts(sandbox, items);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'INVALID_VALUE' }]);
  expect(writtenOf(outcome)).toHaveLength(1);
});

it('a property of several owners takes several', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addProperty('contacts', {
    name: 'team',
    type: 'enumeration',
    fieldType: 'checkbox',
    externalOptions: true,
    referencedObjectType: 'OWNER',
  });
  const team = 'jo.smith@example.com, 60158084';
  const outcome = await upsertContacts(sandbox, [{ email: 'a@example.com', team }]);
  expect(outcome.success).toHaveLength(1);
  expect(sandbox.store.records('contacts')[0]?.properties.team).toBe('41629779;60158084');
});
