import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { HUBSPOT, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { nock } from '../../support/interceptors';
import { sandboxForTest } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const unsent = { category: 'NOT_ATTEMPTED', attempted: false, retryable: true };
const PROPERTIES = '/crm/v3/properties/';

it.each<[string, FaultAction]>([
  ['a 429', { kind: 'status', status: 429 }],
  ['a 423', { kind: 'status', status: 423 }],
  ['a 503', { kind: 'status', status: 503 }],
  ['a page instead of JSON', { kind: 'html' }],
  ['an empty body', { kind: 'emptyBody' }],
  ['a broken connection', { kind: 'reset' }],
])(
  'where the definitions are not to be had for the moment, because of %s, nothing is sent unchecked',
  async (_, fault) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ match: { path: PROPERTIES }, do: fault });
    const outcome = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { maxRetries: 0 } },
    });
    expectAllAccounted(outcome, 2);
    expect(failuresOf(outcome)).toMatchObject([unsent, unsent]);
    expect(sandbox.log.upserts()).toHaveLength(0);
  },
);

it('where HubSpot cannot be reached, nothing is thrown and nothing was attempted', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  await sandbox.stop();
  const outcome = await upsert({
    items: lineItems(2),
    credential,
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([unsent, unsent]);
});

const patient = { email: 'a@example.com', health_insurance_number: '12' };

async function upsertPatient(...[sandbox, options]: Parameters<typeof serviceKeyOf>) {
  const credential = serviceKeyOf(sandbox, options);
  credential.data.sensitiveData = ['sensitive'];
  const outcome = await upsert({
    items: [patient],
    credential,
    parameters: { ...CONTACTS_BY_EMAIL, options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 1);
  return outcome;
}

it('without the scope for sensitive properties a hint says that their fields count as unknown', async () => {
  const sandbox = await sandboxForTest();
  const scopes = ['crm.objects.contacts.write', 'crm.schemas.contacts.read'];
  const outcome = await upsertPatient(sandbox, { scopes });
  expect(outcome.success).toHaveLength(1);
  const hints = outcome.hints.map(({ message }) => message).join(' ');
  expect(hints).toContain('sensitive properties of contacts could not be read');
  expect(hints).toContain('crm.objects.contacts.sensitive.read.v2');
});

it('where sensitive properties are not to be had for the moment, nothing is sent without them', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: PROPERTIES, nth: 2 }, do: { kind: 'status', status: 503 } });
  const outcome = await upsertPatient(sandbox);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'NOT_ATTEMPTED', retryable: true }]);
  expect(sandbox.log.upserts()).toHaveLength(0);
});

it('the definitions of several object types are asked for at once', async () => {
  const asked = new Set<string>();
  let letGo: () => void;
  const areBothAsked = new Promise<void>((resolve) => (letGo = resolve));
  nock(HUBSPOT)
    .persist()
    .get(/^\/crm\/v3\/properties\//)
    .reply(async (path) => {
      asked.add(new URL(path, HUBSPOT).pathname);
      if (asked.size === 2) letGo();
      await areBothAsked;
      return [200, { results: [{ name: 'invoice_line_key', hasUniqueValue: true }] }];
    });
  hubspotAnswers({});
  const outcome = await upsertToHubspot({
    items: ['line_items', 'deals'].map((type) => ({ invoice_line_key: 'A', type })),
    parameters: { ...objectType('={{ $json.type }}'), options: { timeout: 2 } },
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
});
