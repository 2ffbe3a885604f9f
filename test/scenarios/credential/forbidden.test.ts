import type { Ban } from '../../../sandbox/hubspot/answers/forbidden';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const READ_ONLY = ['oauth', 'crm.schemas.line_items.read', 'crm.objects.line_items.read'];

it.each([
  ['errors', 'one of these scopes'],
  ['context', 'one of these scopes'],
  ['requiredScopes', 'one of these scopes'],
  ['missingScopes', 'all of these scopes'],
  ['allOf', 'all of these scopes'],
  ['message', 'all of these scopes'],
] as const)('scopes that HubSpot names as %s are told as %s', async (missingScopesShape, says) => {
  const sandbox = await sandboxForTest({ missingScopesShape });
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox, { scopes: READ_ONLY }),
  });
  expect(thrown?.message).toContain(says);
  expect(thrown?.message).toContain('crm.objects.line_items.write');
});

it.each<[Ban, title: RegExp, advice: RegExp]>([
  ['BANNED', /blocked the app/, /This app has been blocked from this account\./],
  ['USER_DOES_NOT_HAVE_PERMISSIONS', /user .* lacks a permission/, /Users & Teams/],
])('a 403 for %s is not told as a missing scope', async (ban, title, advice) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'status', status: 403, ban } });
  const { thrown } = await upsert({
    items: lineItems(250),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxConcurrency: 1 } },
  });
  expect(thrown?.message).toMatch(title);
  expect(thrown?.message).toMatch(advice);
  expect(thrown?.message).not.toMatch(/scope/);
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it.each([
  ['BANNED', /blocked the app/],
  ['USER_DOES_NOT_HAVE_PERMISSIONS', /user .* lacks a permission/],
  ['MISSING_SCOPES', /lacks a scope/],
])(
  'a 403 for %s is told as that, too, where HubSpot calls it a type of error',
  async (errorType, title) => {
    hubspotAnswers({ upsert: [{ status: 403, body: { errorType, message: 'No' } }] });
    const { thrown } = await upsertToHubspot({ items: lineItems(2) });
    expect(thrown?.message).toMatch(title);
  },
);

it.each([
  [
    'All of the following scopes are required: [a.write, tickets]',
    'all of these scopes: a.write, tickets.',
  ],
  [
    'All of the following scopes are required: a.write, b.read.',
    'all of these scopes: a.write, b.read.',
  ],
  [
    'This app requires all of the following scopes: a.write and b.read',
    'all of these scopes: a.write, b.read.',
  ],
  [
    'One or more of the following scopes are required: a.write b.read',
    'one of these scopes: a.write, b.read.',
  ],
])('scopes are read from a sentence: %s', async (message, says) => {
  hubspotAnswers({ upsert: [{ status: 403, body: { message } }] });
  const { thrown } = await upsertToHubspot({ items: lineItems(2) });
  expect(thrown?.message).toContain(says);
});

it.each([
  { category: 'FORBIDDEN', message: 'The user-level token may not do this.' },
  { message: 'Forbidden' },
])('a 403 of another kind is told in HubSpot’s words: %j', async (body) => {
  hubspotAnswers({ upsert: [{ status: 403, body }] });
  const { thrown } = await upsertToHubspot({ items: lineItems(2) });
  expect(thrown?.message).toContain(body.message);
  expect(thrown?.message).toContain('HubSpot forbids');
  expect(thrown?.message).not.toMatch(/lacks a scope/);
});
