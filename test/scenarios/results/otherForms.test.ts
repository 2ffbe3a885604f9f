import { complete, hubspotAnswers, ok, resultFor, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, onlyFailureOf, writtenOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

it.each<[string, (traceIds: string[]) => unknown]>([
  ['a list', (traceIds) => traceIds],
  ['a list that was made text', (traceIds) => `[${traceIds.join(', ')}]`],
  ['a list in JSON that was made text', (traceIds) => JSON.stringify(traceIds)],
])('trace ids are read from %s', async (_, form) => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const traceIds = inputs.slice(0, 2).map(({ objectWriteTraceId }) => objectWriteTraceId);
        const errors = [{ message: 'no', context: { objectWriteTraceId: form(traceIds) } }];
        return complete(inputs.slice(2).map(resultFor), { errors });
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(4) });
  expectAllAccounted(outcome, 4);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-0', message: 'no', category: 'INVALID_VALUE' },
    { idValue: 'K-1', message: 'no', category: 'INVALID_VALUE' },
  ]);
});

it('a trace id of the user’s that looks like a list is one', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(inputs.slice(1).map(resultFor), {
          errors: [{ message: 'no', context: { objectWriteTraceId: '[a, b]' } }],
        }),
    ],
  });
  const items = lineItems(3).map((item, index) => ({
    ...item,
    trace: ['[a, b]', 'a', 'b'][index],
  }));
  const options = { objectWriteTraceId: '={{ $json.trace }}' };
  const outcome = await upsertToHubspot({ items, parameters: { options } });
  expectAllAccounted(outcome, 3);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'K-0', message: 'no' });
});

it.each<[string, (error: { message: string }) => unknown]>([
  ['a list of texts', ({ message }) => [message]],
  ['one object instead of a list', (error) => error],
])('the errors of a batch are read from %s', async (_, form) => {
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(inputs.slice(1).map(resultFor), { errors: form({ message: 'Not allowed here' }) }),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(onlyFailureOf(outcome)).toMatchObject({
    idValue: 'K-0',
    message: 'Not allowed here',
    retryable: false,
  });
});

it('so are the details of a refusal', async () => {
  const detail = {
    code: 'PROPERTY_DOESNT_EXIST',
    message: 'Property "tint" does not exist',
    context: { propertyName: '[tint]' },
  };
  const heard = hubspotAnswers({
    upsert: [
      (inputs) =>
        inputs.some(({ properties }) => 'tint' in properties)
          ? { status: 400, body: { status: 'error', message: 'Invalid', errors: detail } }
          : complete(inputs.map(resultFor)),
    ],
  });
  const [first, ...others] = lineItems(3);
  const outcome = await upsertToHubspot({
    items: [{ ...first, tint: 'red' }, ...others],
    parameters: { options: { unknownFields: 'send' } },
  });
  expectAllAccounted(outcome, 3);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'K-0', property: 'tint', value: 'red' });
  expect(heard.upserts).toHaveLength(2);
});

it('whether a record is new is read from text as well', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(
          inputs.map((input, index) => ({
            ...resultFor(input),
            new: index === 0 ? 'true' : 'false',
          })),
        ),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created', new: true },
    { outcome: 'updated', new: false },
  ]);
});

it.each<[string, object, object]>([
  [
    'a property in the context of the whole',
    { message: 'Property "name" is locked', context: { propertyName: ['name'] } },
    { property: 'name', value: 'Row 0', message: 'Property "name" is locked' },
  ],
  [
    'required properties in the context of a detail',
    {
      message: 'Error creating LINE_ITEM',
      errors: [
        {
          message: 'Some required properties were not set.',
          context: { properties: ['due_on', 'owner'] },
        },
      ],
    },
    { property: 'due_on', message: 'due_on, owner: Some required properties were not set.' },
  ],
  [
    'a property as the place of the error, of which the sentence has the label',
    {
      message: 'The record already exists',
      errors: [
        {
          message: 'A line item with Serial No. S-1 already exists. Existing ID: 377',
          in: 'serial',
        },
      ],
    },
    { property: 'serial', value: 'S-1', code: 'VALUE_TAKEN' },
  ],
  [
    'a property that stands nowhere but in the place of the error',
    { message: 'Invalid', errors: [{ message: 'Too long', code: 'TOO_LONG', in: 'name' }] },
    { property: 'name', value: 'Row 0', code: 'TOO_LONG', message: 'name: Too long' },
  ],
  [
    'another record in the context of a detail',
    {
      message: 'The record already exists',
      errors: [{ message: 'Taken', context: { existingId: ['377'] } }],
    },
    {
      property: 'serial',
      value: 'S-1',
      code: 'VALUE_TAKEN',
      message: expect.stringContaining('377') as string,
    },
  ],
])('%s is read', async (_, error, told) => {
  const unique = { type: 'string', hasUniqueValue: true };
  const results = [
    { name: 'invoice_line_key', ...unique },
    { name: 'serial', ...unique },
    { name: 'name', type: 'string' },
  ];
  hubspotAnswers({
    properties: ok({ results }),
    upsert: [
      ([first, ...others]) => {
        const { context } = error as { context?: object };
        const named = { ...context, objectWriteTraceId: [first!.objectWriteTraceId] };
        const refused = { category: 'VALIDATION_ERROR', ...error, context: named };
        return complete(others.map(resultFor), { errors: [refused] });
      },
    ],
  });
  const [first, second] = lineItems(2);
  const outcome = await upsertToHubspot({ items: [{ ...first, serial: 'S-1' }, second!] });
  expectAllAccounted(outcome, 2);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'K-0', ...told });
});

it.each(['id', 'ids'])('an error names its record in context.%s', async (name) => {
  const heard = hubspotAnswers({
    upsert: [
      ([first, , third]) => {
        const error = { category: 'OBJECT_NOT_FOUND', message: 'Gone' };
        const errors = [{ ...error, context: { [name]: [first!.id] } }];
        return complete([resultFor(third!)], { errors });
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-0', category: 'OBJECT_NOT_FOUND' },
    { idValue: 'K-1', category: 'NO_OUTCOME' },
  ]);
  expect(heard.reads).toEqual([['K-1']]);
});
