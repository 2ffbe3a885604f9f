import { expectAllAccounted, onlyFailureOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
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

it('errors with trace ids of nobody may be about either address, so that the result is not taken for both', async () => {
  const sandbox = await sandboxForTest({ traceIdEcho: 'inErrorsAlone', keyInResults: 'never' });
  const contact = sandbox.store.put('contacts', { email: 'main@example.org' });
  for (const address of ['a', 'b', 'c']) {
    sandbox.store.addEmail(contact, `${address}@example.org`);
  }
  sandbox.store.addProperty('contacts', { name: 'code', hasUniqueValue: true });
  sandbox.store.put('contacts', { email: 'other@example.org', code: 'taken' });
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'foreignTraceIds' } });
  const outcome = await upsert({
    items: [
      { email: 'a@example.org', code: 'taken' },
      { email: 'b@example.org', code: 'taken' },
      { email: 'c@example.org', firstname: 'C' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: CONTACTS_BY_EMAIL,
  });
  expectAllAccounted(outcome, 3);
  expect(writtenKeys(outcome)).toEqual(['c@example.org']);
});
