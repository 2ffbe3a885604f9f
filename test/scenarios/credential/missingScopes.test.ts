import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
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

it.each(CONTINUING)('with On Error %s all items leave on Error instead', async (_, settings) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox, { scopes: READ_ONLY }),
    parameters: { options: { batchSize: 1, maxConcurrency: 1 } },
    settings,
  });
  expectAllAccounted(outcome, 3);
  const failures = failuresOf(outcome);
  expect(failures).toHaveLength(3);
  for (const { message } of failures) expect(message).toContain('crm.objects.line_items.write');
  expect(failures[0]).toMatchObject({ category: 'MISSING_SCOPES', httpStatus: 403 });
  expect(failures[2]).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false });
  expect(sandbox.log.upserts()).toHaveLength(1);
});
