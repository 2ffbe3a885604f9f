import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

describe.each([301, 302, 303, 307, 308])('a redirect with status %i', (status) => {
  it.each(['serviceKey', 'oAuth2'] as const)(
    'is not followed, least of all with the credential (%s)',
    async (authentication) => {
      const sandbox = await sandboxForTest();
      const elsewhere = await sandboxForTest();
      sandbox.faults.add({
        match: { path: UPSERT },
        do: { kind: 'redirect', to: `${elsewhere.baseUrl}/stolen`, when: 'before', status },
      });
      const credential =
        authentication === 'oAuth2' ? oAuth2Of(sandbox).credential : serviceKeyOf(sandbox);
      const { thrown } = await upsert({
        items: lineItems(2),
        credential,
        parameters: { options: { maxRetries: 0 } },
      });
      expect(elsewhere.log.entries).toEqual([]);
      expect(sandbox.log.upserts()).toHaveLength(1);
      expect(thrown?.message).toMatch(/base URL/);
    },
  );
});

it('a redirect amid the run throws nothing', async () => {
  const sandbox = await sandboxForTest();
  const elsewhere = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, nth: 2 },
    do: { kind: 'redirect', to: elsewhere.baseUrl, when: 'before', status: 307 },
  });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 3);
  expect(elsewhere.log.entries).toEqual([]);
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-1', 'K-2']);
});
