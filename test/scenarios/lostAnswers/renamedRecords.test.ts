import { expectAllAccounted, onlyFailureOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import type { When } from '../../../sandbox/hubspot/faults/fault';

/** A contact moves to a new e-mail address, and the answer is lost. */
async function rename(sandbox: Sandbox, when: When) {
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'status', status: 502, when } });
  const outcome = await upsert({
    items: [{ was: 'old@example.com', email: 'new@example.com', firstname: 'Ann' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...CONTACTS_BY_EMAIL,
      id: '={{ $json.was }}',
      options: { maxRetries: 0 },
    },
  });
  expectAllAccounted(outcome, 1);
  return outcome;
}

it('a record that moved to its new key is found there', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('contacts', { email: 'old@example.com' });
  const outcome = await rename(sandbox, 'after');
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written', idValue: 'old@example.com' }]);
});

it('another record that is alike and had the new key before is not taken for it', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('contacts', { email: 'old@example.com' });
  sandbox.store.put('contacts', { email: 'new@example.com', firstname: 'Ann' });
  const outcome = await rename(sandbox, 'before');
  expect(onlyFailureOf(outcome)).toMatchObject({ category: 'NETWORK', attempted: true });
});
