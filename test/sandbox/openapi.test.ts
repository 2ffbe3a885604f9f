import { conformityTo } from '../../sandbox/hubspot/openapi/conformity';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { client, lineItem, sandboxForTest, untraced } from './client';

const specDir = process.env.HUBSPOT_SPEC_DIR;
const whereSpecIs = specDir === undefined ? test.skip : test;

/** Calls every operation, so that it answers as it does when all is well and when it is not. */
async function callEverything(sandbox: Sandbox): Promise<void> {
  const http = client(sandbox);
  const from = { id: sandbox.store.put('line_items', { invoice_line_key: 'old' }) };
  const good = lineItem('a', { name: 'x', invoiced_at: '1' });
  const bad = lineItem('b', { quantity: 'x' });

  for (const base of ['/crm/v3/objects/line_items', '/crm/objects/2026-09/line_items']) {
    for (const inputs of [[good], [good, bad], [untraced(bad)], []]) {
      await http.post(`${base}/batch/upsert`, { inputs });
    }
    for (const inputs of [[good], [good, bad], [untraced(bad)], []]) {
      const created = inputs.map(({ id, objectWriteTraceId, properties }) => ({
        objectWriteTraceId,
        properties: { ...properties, invoice_line_key: `new ${id} ${base}` },
      }));
      await http.post(`${base}/batch/create`, { inputs: created });
    }
    await http.post(`${base}/batch/update`, { inputs: [{ id: from.id, properties: {} }] });
    await http.post(`${base}/batch/read`, {
      idProperty: 'invoice_line_key',
      inputs: [{ id: 'a' }, { id: 'gone' }],
      properties: ['name', 'quantity'],
      propertiesWithHistory: [],
    });
    const filters = [{ propertyName: 'name', operator: 'IN', values: ['x', 'y'] }];
    await http.post(`${base}/search`, { filterGroups: [{ filters }], properties: ['quantity'] });
    await http.post(`${base}/search`, { limit: 1, after: '0' });
    await http.post(`${base}/search`, { limit: 201 });
    await http.get(`${base}/${from.id}`);
    await http.patch(`${base}/${from.id}`, { properties: { name: 'y' } });
  }
  for (const objectType of [
    'contacts',
    'companies',
    'deals',
    'products',
    'line_items',
    'tickets',
  ]) {
    await http.get(`/crm/v3/properties/${objectType}`);
    await http.get(`/crm/properties/2026-09/${objectType}`);
  }
  for (const version of ['v3', '2026-09']) {
    await http.get(`/crm-object-schemas/${version}/schemas`);
    await http.get(`/account-info/${version}/details`);
    const token = new URLSearchParams({ grant_type: 'refresh_token' });
    await http.post(`/oauth/${version}/token`, token);
  }
  for (const owners of ['/crm/v3/owners', '/crm/owners/2026-09']) {
    await http.get(`${owners}?limit=1`);
    await http.get(`${owners}?archived=true`);
  }
  for (const pipelines of ['/crm/v3/pipelines', '/crm/pipelines/2026-09']) {
    await http.get(`${pipelines}/deals`);
    await http.get(`${pipelines}/nothing`);
  }
  await callAssociations(sandbox);
  await client(sandbox, { scopes: [] }).get('/crm/v3/properties/contacts');
  await client(sandbox, 'unknown').get('/crm/v3/properties/contacts');
}

/** Associates, labels and reads line items and deals, rightly and not, in both versions. */
async function callAssociations(sandbox: Sandbox): Promise<void> {
  const http = client(sandbox);
  const inputs = ['1', '404', 'x'].map((id) => ({
    from: { id: sandbox.store.put('line_items', {}) },
    to: { id: id === '1' ? sandbox.store.put('deals', {}) : id },
  }));
  sandbox.store.associations.addLabel('line_items', 'deals', { label: 'Main', typeId: 7 });
  for (const base of ['/crm/v4/associations', '/crm/associations/2026-09']) {
    const path = `${base}/line_items/deals`;
    for (const some of [inputs.slice(0, 1), inputs, []]) {
      await http.post(`${path}/batch/associate/default`, { inputs: some });
      for (const associationTypeId of [7, 8]) {
        const types = [{ associationCategory: 'USER_DEFINED', associationTypeId }];
        const labelled = some.map((input) => ({ ...input, types }));
        await http.post(`${path}/batch/create`, { inputs: labelled });
      }
      await http.post(`${path}/batch/read`, { inputs: some.map(({ from }) => from) });
    }
    await http.get(`${path}/labels`);
    await http.get(`${base}/line_items/contacts/labels`);
  }
  await http.get('/crm/associations/v4/line_items/deals/labels');
}

whereSpecIs("every answer is as HubSpot's OpenAPI files declare it", async () => {
  const sandbox = await sandboxForTest({ specDir });
  await callEverything(sandbox);

  expect(sandbox.violations.answers).toEqual([]);
  expect(sandbox.violations.requests).toEqual([]);
});

whereSpecIs.each<Partial<SandboxOptions>>([
  { numericAssociationIds: true, associationErrorStatus: 200, associationsPageSize: 1 },
  { pairNaming: 'nothing', editAssociationsMissingIn: ['2026-09'], refuseAllPairsFor: [] },
  { pairNaming: 'ends', equalPairErrors: 'once', missingEndWording: 'invalidObjectIds' },
])('answers about associations are as declared with %j, too', async (options) => {
  const sandbox = await sandboxForTest({ specDir, ...options });
  await callAssociations(sandbox);

  expect(sandbox.violations.answers).toEqual([]);
  expect(sandbox.violations.requests).toEqual([]);
});

whereSpecIs('a request that HubSpot does not declare is noticed', async () => {
  const sandbox = await sandboxForTest({ specDir });
  await client(sandbox).post('/crm/v3/objects/line_items/batch/upsert', {
    inputs: [{ idProperty: 'invoice_line_key', properties: { quantity: 3 } }],
  });

  expect(sandbox.violations.requests).toEqual([
    expect.objectContaining({ path: '/crm/v3/objects/line_items/batch/upsert', method: 'POST' }),
  ]);
});

whereSpecIs.each([
  ['a path of no file', 'GET', '/crm/v3/property/contacts', {}, "is in none of HubSpot's"],
  ['a method that the path lacks', 'PUT', '/crm/v3/objects/line_items/batch/upsert', {}, 'none'],
  ['a field too many in the query', 'GET', '/crm/v3/properties/contacts', { limit: '5' }, 'limit'],
  [
    'a word that the query does not know',
    'GET',
    '/crm/v3/properties/contacts',
    { dataSensitivity: 'secret' },
    'query /dataSensitivity must be equal to one of the allowed values',
  ],
  ['no truth', 'GET', '/crm/v3/properties/contacts', { archived: 'si' }, '/archived must be bool'],
])('a request with %s is noticed', (_, method, path, query, problem) => {
  const conformity = conformityTo(specDir);
  conformity.checkRequest({ method, path, params: {}, query, body: { inputs: [] } });

  expect(conformity.requests).toEqual([
    { method, path, problems: [expect.stringContaining(problem)] },
  ]);
});

whereSpecIs('a request of one more path reaches the check, answered or not', async () => {
  const sandbox = await sandboxForTest({ specDir });
  await client(sandbox).get('/crm/v4/nowhere');

  expect(sandbox.violations.requests).toMatchObject([{ path: '/crm/v4/nowhere' }]);
});

whereSpecIs.each([
  ['GET', '/crm/v3/properties/contacts', { dataSensitivity: 'sensitive', archived: 'false' }],
  ['GET', '/crm/v3/objects/contacts/1', { idProperty: 'email', properties: 'a,b' }],
  ['POST', '/oauth/v1/token', {}],
])('%s %s with the query %j is none', (method, path, query) => {
  const conformity = conformityTo(specDir);
  conformity.checkRequest({ method, path, params: {}, query, body: undefined });

  expect(conformity.requests).toEqual([]);
});

whereSpecIs('an answer that HubSpot does not declare is noticed', () => {
  const conformity = conformityTo(specDir);
  const path = '/crm/objects/2026-09/line_items/batch/upsert';
  const call = { method: 'POST', path, params: {}, query: {}, body: { inputs: [] } };
  conformity.checkAnswer(call, { status: 207, body: { status: 'DONE', results: [] } });
  conformity.checkAnswer(call, { status: 400, body: { message: 7 } });

  expect(conformity.answers.map(({ problems }) => problems)).toEqual([
    ['/status must be equal to one of the allowed values'],
    ['/message must be string'],
  ]);
});
