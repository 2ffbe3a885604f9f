import { expectAllAccounted, onlyFailureOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it.each([
  ['for the record by name', {}],
  ['for the whole batch', { refuseWholeBatchFor: ['required'] as const }],
])('properties that are required and not set are named, %s', async (_, options) => {
  const sandbox = await sandboxForTest({
    requiredIn: ['v3'],
    requiredWording: 'notSet',
    ...options,
  });
  sandbox.store.requireProperties('line_items', 'name', 'quantity');
  const items = lineItems(10).map((item, index) => ({
    invoice_line_key: item.invoice_line_key,
    ...(index !== 4 && { name: item.name, quantity: 1 }),
  }));
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 10);
  const failure = onlyFailureOf(outcome);
  expect(failure).toMatchObject({
    idValue: 'K-4',
    property: 'name',
    value: null,
    message: 'name, quantity: Error creating LINE_ITEM. Some required properties were not set.',
    retryable: false,
  });
  expect(sandbox.log.upserts().length).toBeLessThanOrEqual(2);
});

it.each(['joined', 'nested'] as const)(
  'each record that one error names gets its own sentence (%s)',
  async (sentences) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ do: { kind: 'oneErrorNamesAll', sentences } });
    sandbox.store.addProperty('line_items', { name: 'amount_due', type: 'number' });
    const outcome = await upsert({
      items: lineItems(4).map((item, index) => ({
        ...item,
        ...(index === 1 && { nope: 'x' }),
        ...(index === 2 && { nada: 'y' }),
      })),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 4);
    expect(outcome.success).toHaveLength(2);
    expect(outcome.error.map(({ json }) => json.hubspotError)).toMatchObject([
      {
        idValue: 'K-1',
        property: 'nope',
        value: 'x',
        message: expect.not.stringMatching('nada') as unknown,
      },
      {
        idValue: 'K-2',
        property: 'nada',
        value: 'y',
        message: expect.not.stringMatching('nope') as unknown,
      },
    ]);
  },
);

it('an error with its trace id beside its message is that record’s', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'errorsNameOnTop' } });
  const outcome = await upsert({
    items: lineItems(3).map((item, index) => ({ ...item, ...(index === 1 && { nope: 'x' }) })),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields: 'send' } },
  });
  expectAllAccounted(outcome, 3);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'K-1', property: 'nope' });
});
