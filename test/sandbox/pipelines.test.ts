import { client, sandboxForTest } from './client';

const PARTNERS = { id: '88', label: 'Partners', stages: [{ id: '99', label: 'First call' }] };

test.each(['/crm/v3/pipelines', '/crm/pipelines/2026-09'])(
  '%s tells the pipelines of an object type with their stages',
  async (path) => {
    const sandbox = await sandboxForTest();
    sandbox.store.addPipeline('deals', PARTNERS);
    const http = client(sandbox);
    const deals = await http.get(`${path}/deals`);
    const tickets = await http.get(`${path}/0-5`);

    expect(deals.data.results).toMatchObject([
      { id: 'default', label: 'Sales Pipeline' },
      { id: '88', label: 'Partners', stages: [{ id: '99', label: 'First call' }] },
    ]);
    expect(tickets.data.results).toMatchObject([{ id: '0', label: 'Support Pipeline' }]);
    expect((await http.get(`${path}/line_items`)).data.results).toEqual([]);
    expect((await http.get(`${path}/nothing`)).status).toBe(400);
  },
);

test('they want a scope of the object type', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { scopes: ['crm.objects.contacts.read'] });
  expect((await http.get('/crm/v3/pipelines/deals')).status).toBe(403);
});

test.each([true, false])('definitions may list them or not: %p', async (externalPipelines) => {
  const sandbox = await sandboxForTest({ externalPipelines });
  sandbox.store.addPipeline('deals', PARTNERS);
  const { data } = await client(sandbox).get('/crm/v3/properties/deals');
  const stages = data.results.find(({ name }) => name === 'dealstage');
  const options = externalPipelines
    ? []
    : (expect.arrayContaining([expect.objectContaining({ value: '99' })]) as unknown);
  expect(stages).toMatchObject({ externalOptions: externalPipelines, options });
});

test.each([
  ['99', 200],
  ['98', 207],
])('a deal may have the stage %s: %i', async (dealstage, expected) => {
  const sandbox = await sandboxForTest({ externalPipelines: true });
  sandbox.store.addPipeline('deals', PARTNERS);
  const { status } = await client(sandbox).post('/crm/v3/objects/deals/batch/upsert', {
    inputs: [
      { id: 'D', idProperty: 'deal_key', objectWriteTraceId: 't', properties: { dealstage } },
    ],
  });
  expect(status).toBe(expected);
});

test("a sandbox's pipelines are its own", async () => {
  const [one, other] = [await sandboxForTest(), await sandboxForTest()];
  one.store.addPipeline('deals', PARTNERS);
  const { data } = await client(other).get('/crm/v3/pipelines/deals');
  expect(data.results).toHaveLength(1);
});
