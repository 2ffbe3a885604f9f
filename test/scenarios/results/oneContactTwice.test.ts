import { expectAllAccounted, onlyFailureOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('of two addresses of one contact the refused one is told so, though the contact has a result', async () => {
  const sandbox = await sandboxForTest({ traceIdEcho: 'none', keyInResults: 'never' });
  const contact = sandbox.store.put('contacts', { email: 'main@example.org' });
  sandbox.store.addEmail(contact, 'a@example.org');
  sandbox.store.addEmail(contact, 'b@example.org');
  const outcome = await upsert({
    items: [
      { email: 'a@example.org', nope: 'x' },
      { email: 'b@example.org', firstname: 'B' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { ...CONTACTS_BY_EMAIL, options: { unknownFields: 'send' } },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenKeys(outcome)).toEqual(['b@example.org']);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'a@example.org', property: 'nope' });
});
