import { complete, hubspotAnswers, resultFor, upsertToHubspot } from '../../support/answers';
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
