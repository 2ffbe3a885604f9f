import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const ANOTHER_ACCOUNTS = { objectType: { __rl: true, mode: 'id', value: '2-9999' } };

describe.each([
  ['v3', false],
  ['2026-09', false],
  ['2026-09', true],
])(
  'an object type ID of another account (%s, with an empty 404: %p)',
  (apiVersion, emptyNotFound) => {
    it('makes the node throw after a handful of requests', async () => {
      const sandbox = await sandboxForTest({ emptyNotFound });
      const { thrown } = await upsert({
        items: lineItems(250),
        credential: serviceKeyOf(sandbox),
        parameters: { ...ANOTHER_ACCOUNTS, options: { apiVersion } },
      });
      expect(thrown?.message).toContain('HubSpot has no object type "2-9999"');
      expect(sandbox.log.entries.length).toBeLessThanOrEqual(2);
    });
  },
);

it.each(CONTINUING)('with On Error %s all items leave on Error instead', async (_, settings) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(250),
    credential: serviceKeyOf(sandbox),
    parameters: ANOTHER_ACCOUNTS,
    settings,
  });
  expectAllAccounted(outcome, 250);
  for (const { message, retryable } of failuresOf(outcome)) {
    expect(message).toContain('no object type "2-9999"');
    expect(retryable).toBe(false);
  }
});

it('so does one that HubSpot tells in a detail alone', async () => {
  const errors = [{ message: 'Invalid object or event type id: 2-9999' }];
  const heard = hubspotAnswers({ upsert: [{ status: 400, body: { message: 'Bad', errors } }] });
  const { thrown } = await upsertToHubspot({
    items: lineItems(250),
    parameters: ANOTHER_ACCOUNTS,
  });
  expect(thrown?.message).toContain('HubSpot has no object type "2-9999"');
  expect(heard.upserts.length).toBeLessThanOrEqual(3);
});
