import { OTHER_HOSTS } from '../../../sandbox/hubspot/faults/otherHosts';
import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

describe.each(OTHER_HOSTS)('%s', (_, fault) => {
  it.each([
    ['every request', {}],
    ['the upsert alone', { path: UPSERT }],
  ])(
    'to %s tells that the base URL is wrong, and nothing of the object type',
    async (__, match) => {
      const sandbox = await sandboxForTest();
      sandbox.faults.add({ match, do: fault });
      const { thrown } = await upsert({
        items: lineItems(250),
        credential: serviceKeyOf(sandbox),
        parameters: { options: { maxConcurrency: 1 } },
      });
      expect(thrown?.message).toMatch(/base URL/);
      expect(thrown?.message).not.toMatch(/object type/);
      expect(sandbox.log.entries.length).toBeLessThanOrEqual(2);
      expect(sandbox.store.count('line_items')).toBe(0);
    },
  );
});

it('a page with 404 of HubSpot’s own host is about the base URL, too: it may have a path too many', async () => {
  const page = { status: 404, body: '<html>Not Found</html>' };
  hubspotAnswers({ properties: page, upsert: [page] });
  const { thrown } = await upsertToHubspot({ items: lineItems(2) });
  expect(thrown?.message).toMatch(/base URL/);
});

it('an empty 404 of HubSpot’s own host is about the object type, which is there', async () => {
  const heard = hubspotAnswers({ upsert: [{ status: 404, body: '' }] });
  const { thrown } = await upsertToHubspot({ items: lineItems(250) });
  expect(thrown?.message).toContain('HTTP 404 to records of "line_items"');
  expect(heard.upserts.length).toBeLessThanOrEqual(3);
});

it('so is one that a gateway passes on with HubSpot’s headers', async () => {
  const sandbox = await sandboxForTest();
  const headers = { 'X-HubSpot-Correlation-Id': '5d0c1f0e-0000-4000-8000-000000000001' };
  const fault = { kind: 'status', status: 404, body: '', headers } as const;
  sandbox.faults.add({ match: { path: UPSERT }, do: fault });
  const { thrown } = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
  expect(thrown?.message).toContain('HTTP 404 to records of "line_items"');
});

it.each(CONTINUING)(
  'with On Error %s the items leave on Error, most of them unsent',
  async (_, settings) => {
    hubspotAnswers({
      upsert: [{ status: 302, body: { a: 1 }, headers: { location: '/login' } }, allCreated],
    });
    const outcome = await upsertToHubspot({
      items: lineItems(250),
      parameters: { options: { maxConcurrency: 1 } },
      settings,
    });
    expectAllAccounted(outcome, 250);
    expect(failuresOf(outcome).filter(({ attempted }) => attempted)).toHaveLength(100);
  },
);
