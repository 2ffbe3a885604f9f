import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('an item that HubSpot refused, as its store shows, does not hold back the next one of its record', async () => {
  const sandbox = await sandboxForTest({ traceIdEcho: 'none', keyInResults: 'never' });
  const outcome = await upsert({
    items: [
      { email: 'ann@nowhere', firstname: 'A' },
      { email: 'ann@example.org', firstname: 'Same' },
      { email: 'ann@nowhere', firstname: 'B' },
      { email: 'bob@example.org', firstname: 'Same' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { ...CONTACTS_BY_EMAIL, options: { duplicates: 'sequence' } },
  });
  expectAllAccounted(outcome, 4);
  expect(writtenKeys(outcome)).toEqual(['ann@example.org', 'bob@example.org']);
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({ idValue: 'ann@nowhere', attempted: true, retryable: false });
    expect(failure.message).toMatch(/invalid/);
  }
});
