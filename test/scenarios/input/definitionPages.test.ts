import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest, until } from '../../support/sandbox';
import { objectType } from '../../support/target';
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

it('those of several object types are read at the same time', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/properties/', times: 3 }, do: { kind: 'hang' } });
  const running = upsert({
    items: ['contacts', 'deals', 'line_items'].map((type) => ({ type, key: type })),
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType('={{ $json.type }}'),
      id: '={{ $json.key }}',
      options: { timeout: 1, maxRetries: 0 },
    },
  });
  await until(() => sandbox.log.of('properties').length === 3);
  expect(sandbox.log.of('properties').map(({ status }) => status)).toEqual([null, null, null]);
  await running;
});
