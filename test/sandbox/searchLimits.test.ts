import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { HUBSPOT_LIMITS } from '../../sandbox/hubspot/limits/rateLimit';
import { client, sandboxForTest } from './client';
import { COMPANIES_SEARCH, companies, valuesIn } from './companies';

const hundred = Array.from({ length: 100 }, (_, index) => `v${index}`);
const group = (...filters: object[]) => ({ filterGroups: [{ filters }] });
const name = { propertyName: 'name', operator: 'EQ', value: 'x' };

test.each<[string, object, Partial<SandboxOptions>, number]>([
  ['100 values', group(...valuesIn('name', ...hundred)), {}, 200],
  ['101 values', group(...valuesIn('name', ...hundred, 'w')), {}, 400],
  ['no values', group(...valuesIn('name')), {}, 400],
  ['no value', group({ propertyName: 'name', operator: 'EQ' }), {}, 400],
  ['200 in a page', { limit: 200 }, {}, 200],
  ['201 in a page', { limit: 201 }, {}, 400],
  ['the last that can be reached', { limit: 200, after: '9800' }, {}, 200],
  ['more than can be reached', { limit: 200, after: '9801' }, {}, 400],
  [
    'more than can be reached, where that is less',
    { limit: 2, after: '3' },
    { searchReach: 4 },
    400,
  ],
  ['a place that is no number', { after: 'MTA=' }, {}, 400],
  ['an unknown property', group({ ...name, propertyName: 'nothing' }), {}, 400],
  ['an order by an unknown property', { sorts: ['nothing'] }, {}, 400],
  ['6 filters', group(name, name, name, name, name, name), {}, 200],
  ['7 filters', group(name, name, name, name, name, name, name), {}, 400],
  ['6 groups', { filterGroups: Array(6).fill({ filters: [name] }) }, {}, 400],
  ['3,000 characters', group({ ...name, value: 'x'.repeat(2917) }), {}, 200],
  ['3,001 characters', group({ ...name, value: 'x'.repeat(2918) }), {}, 400],
  ['more than fewer characters', group(name), { searchBodyLimit: 50 }, 400],
  ['an operator that the sandbox lacks', group({ ...name, operator: 'CONTAINS_TOKEN' }), {}, 501],
  ['words', { query: 'x' }, {}, 501],
])('a search for %s', async (_, body, options, status) => {
  const { search } = await companies([], options);
  expect((await search(body)).status).toBe(status);
});

test('an unknown property is named', async () => {
  const { search } = await companies([]);
  const { data } = await search(group({ ...name, propertyName: 'nothing' }));
  expect(data.errors).toMatchObject([
    { code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['nothing'] } },
  ]);
});

test('an unknown object type is refused', async () => {
  const { search } = await companies([]);
  const { data } = await search({}, '/crm/v3/objects/gadgets/search');
  expect(data.message).toBe('Unable to infer object type from: gadgets');
});

test('five searches in a second are all that the account has, whatever the token', async () => {
  let now = Date.UTC(2026, 0, 1);
  const sandbox = await sandboxForTest({ now: () => now });
  const one = client(sandbox);
  const other = client(sandbox, sandbox.oauth.consent().accessToken);
  const search = (http = one) => http.post(COMPANIES_SEARCH, {});
  for (const http of [one, other, one, other, one]) expect((await search(http)).status).toBe(200);

  const refused = await search(other);
  expect(refused.status).toBe(429);
  expect(refused.data).toMatchObject({ category: 'RATE_LIMITS' });
  expect(refused.data).not.toHaveProperty('policyName');
  now += 1000;
  expect((await search(other)).status).toBe(200);
});

test('searches carry no rate limit headers and count against the day alone', async () => {
  const now = Date.UTC(2026, 0, 1);
  const rateLimit = { ...HUBSPOT_LIMITS.serviceKey, perWindow: 1, daily: 3 };
  const sandbox = await sandboxForTest({ now: () => now, rateLimit });
  const http = client(sandbox);
  const first = await http.post(COMPANIES_SEARCH, {});
  expect(first.status).toBe(200);
  expect(Object.keys(first.headers).filter((header) => /ratelimit/.test(header))).toEqual([]);

  const details = await http.get('/account-info/v3/details');
  expect(details.headers).toMatchObject({
    'x-hubspot-ratelimit-remaining': '0',
    'x-hubspot-ratelimit-daily-remaining': '1',
  });
  expect((await http.post(COMPANIES_SEARCH, {})).status).toBe(200);
  const { status, data } = await http.post(COMPANIES_SEARCH, {});
  expect([status, data.policyName]).toEqual([429, 'DAILY']);
});

test('the limit of searches can be switched off', async () => {
  const sandbox = await sandboxForTest({ now: () => 0, searchRateLimit: null });
  const http = client(sandbox);
  for (let count = 0; count < 9; count++) {
    expect((await http.post(COMPANIES_SEARCH, {})).status).toBe(200);
  }
});
