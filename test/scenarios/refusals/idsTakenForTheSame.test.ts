import { allCreated, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted } from '../../support/accounted';
import { itWithSample } from '../../support/samples';

it('ids that HubSpot takes for the same are written one after the other', async () => {
  const doubled = {
    status: 400,
    body: {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'Duplicate IDs found in batch input: [k-a]. IDs must be unique',
      context: { ids: ['k-a'] },
    },
  };
  const heard = hubspotAnswers({
    upsert: [
      (inputs) =>
        inputs.filter(({ id }) => id.toLowerCase() === 'k-a').length > 1
          ? doubled
          : allCreated(inputs),
    ],
  });
  const items = ['K-A', 'K-B', 'k-a'].map((invoice_line_key) => ({ invoice_line_key }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 3);
  expect(outcome.success).toHaveLength(3);
  const order = heard.upserts.slice(1).flatMap((batch) => batch.map(({ id }) => id));
  expect(order.indexOf('K-A')).toBeLessThan(order.indexOf('k-a'));
});

itWithSample(
  'fixture.400.duplicate-ids.json',
  'where one record alone has such an id, nobody is to blame',
  async (sample) => {
    hubspotAnswers({ upsert: [sample, allCreated] });
    const outcome = await upsertToHubspot({
      items: [{ invoice_line_key: '12877907025' }, { invoice_line_key: 'B' }],
    });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
  },
);
