import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it.each<[string, unknown]>([
  ['batchSize', 0],
  ['batchSize', 101],
  ['batchSize', 1.5],
  ['batchSize', '={{ "many" }}'],
  ['maxConcurrency', 0],
  ['maxConcurrency', -1],
  ['rateLimitShare', 0],
  ['rateLimitShare', 101],
  ['maxRetries', -1],
  ['maxRetries', '={{ NaN }}'],
  ['timeout', 0],
  ['timeout', 100_000],
  ['duplicates', 'perhaps'],
  ['emptyValues', 'perhaps'],
  ['unknownFields', 'perhaps'],
  ['output', 'perhaps'],
  ['apiVersion', 'v1'],
])('option %s = %j stops the run before anything is sent, and says so', async (name, value) => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { [name]: value as string } },
  });
  expect(thrown?.message).toContain(name);
  expect(thrown?.message).toMatch(/whole number from|Choose one of/);
  expect(sandbox.log.entries).toEqual([]);
});

it.each([
  ['objectType', objectType('line items?')],
  ['idProperty', idProperty('two words')],
])('%s %j stops the run before anything is sent', async (name, parameters) => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expect(thrown?.message).toContain(name);
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
