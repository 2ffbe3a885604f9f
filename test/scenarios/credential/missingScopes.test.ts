import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { CONTINUING } from '../../support/onError';
import { itWithSample } from '../../support/samples';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

const READ_ONLY = ['oauth', 'crm.schemas.line_items.read', 'crm.objects.line_items.read'];

describe.each(['errors', 'context'] as const)('scopes named in %s', (missingScopesShape) => {
  it.each(['serviceKey', 'oAuth2'] as const)(
    'a missing write scope makes the node throw, with the scopes by name (%s)',
    async (authentication) => {
      const sandbox = await sandboxForTest({ missingScopesShape });
      const credential =
        authentication === 'oAuth2'
          ? oAuth2Of(sandbox, { scopes: READ_ONLY }).credential
          : serviceKeyOf(sandbox, { scopes: READ_ONLY });
      const { thrown } = await upsert({ items: lineItems(2), credential });
      const told = thrown?.message;
      expect(told).toMatch(/scope/i);
      expect(told).toContain('crm.objects.line_items.write');
    },
  );

  it('missing schema scopes stop nothing: a hint names them, and values go as they are', async () => {
    const sandbox = await sandboxForTest({ missingScopesShape });
    const outcome = await upsert({
      items: [...lineItems(2), { invoice_line_key: 'BAD', price: 'abc' }],
      credential: serviceKeyOf(sandbox, { scopes: ['crm.objects.line_items.write'] }),
    });
    expectAllAccounted(outcome, 3);
    expect(outcome.success).toHaveLength(2);
    expect(failuresOf(outcome)).toMatchObject([
      { category: 'VALIDATION_ERROR', attempted: true, property: 'price', value: 'abc' },
    ]);
    const hints = outcome.hints.map(({ message }) => message).join('\n');
    expect(hints).toContain('crm.schemas.line_items.read');
  });
});

it('where the run goes on, the items on Error name them', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox, { scopes: READ_ONLY }),
    parameters: { options: { batchSize: 1, maxConcurrency: 1 } },
    settings: CONTINUING[0]![1],
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'MISSING_SCOPES', httpStatus: 403, attempted: true },
    { category: 'NOT_ATTEMPTED', attempted: false },
  ]);
  for (const { message } of failuresOf(outcome)) {
    expect(message).toContain('crm.objects.line_items.write');
  }
});

itWithSample(
  'docs.403.missing-scopes.json',
  'the node throws and names the scopes',
  async (sample) => {
    hubspotAnswers({ upsert: [sample] });
    const { thrown } = await upsertToHubspot({ items: lineItems(2) });
    expect(thrown?.message).toMatch(/scope/);
    expect(thrown?.message).toContain('crm.schemas.deals.read');
    expect(thrown?.message).toContain('crm.objects.deals.sensitive.read.v2');
  },
);
