import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('properties that HubSpot lists on a later page are known as those of the first one are', async () => {
  const sandbox = await sandboxForTest({ definitionsPageSize: 1 });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields: 'reject' } },
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  const lists = sandbox.log.entries.filter(({ path }) => path.includes('/properties/'));
  expect(lists.length).toBeGreaterThan(5);
});
