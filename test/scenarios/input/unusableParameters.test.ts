import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it.each<[string, string, unknown]>([
  ['batchSize', 'Batch Size', 0],
  ['batchSize', 'Batch Size', 101],
  ['batchSize', 'Batch Size', 1.5],
  ['batchSize', 'Batch Size', '={{ "many" }}'],
  ['maxConcurrency', 'Max Concurrency', 0],
  ['maxConcurrency', 'Max Concurrency', -1],
  ['rateLimitShare', 'Rate Limit Share (%)', 0],
  ['rateLimitShare', 'Rate Limit Share (%)', 101],
  ['maxRetries', 'Max Retries', -1],
  ['maxRetries', 'Max Retries', '={{ NaN }}'],
  ['timeout', 'Timeout (Seconds)', 0],
  ['timeout', 'Timeout (Seconds)', 100_000],
  ['duplicates', 'Duplicates', 'perhaps'],
  ['emptyValues', 'Empty Values', 'perhaps'],
  ['unknownFields', 'Unknown Fields', 'perhaps'],
  ['output', 'Output', 'perhaps'],
  ['apiVersion', 'API Version', 'v1'],
])(
  'option %s (%s) = %j stops the run before anything is sent, and says so',
  async (name, shown, value) => {
    const sandbox = await sandboxForTest();
    const { thrown } = await upsert({
      items: lineItems(2),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { [name]: value as string } },
    });
    expect(thrown?.message).toContain(`The option ${shown} (${name}) cannot be`);
    expect(thrown?.message).toMatch(/whole number from|Choose one of/);
    expect(sandbox.log.entries).toEqual([]);
  },
);

it.each([
  ['Object Type (objectType)', objectType('line items?')],
  ['ID Property (idProperty)', idProperty('two words')],
])('%s %j stops the run before anything is sent', async (name, parameters) => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expect(thrown?.message).toContain(`The parameter ${name} cannot be`);
  expect(sandbox.log.entries).toEqual([]);
});

it('numbers that come as text from an expression are taken', async () => {
  const sandbox = await sandboxForTest();
  const { success } = await upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: '={{ "2" }}' } },
  });
  expect(success).toHaveLength(4);
  expect(sandbox.log.upserts()).toHaveLength(2);
});
