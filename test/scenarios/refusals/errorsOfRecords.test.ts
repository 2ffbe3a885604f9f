import { complete, hubspotAnswers, resultFor, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

const refusal = (context: object) => ({
  status: 'error',
  category: 'VALIDATION_ERROR',
  message:
    'Property values were not valid: [{"isValid":false,"message":"1 was not a valid number","error":"INVALID_INTEGER","name":"price"}]',
  context,
});

it.each([200, 201, 207])('errors are read from a %i', async (status) => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const errors = [refusal({ objectWriteTraceId: [inputs[1]!.objectWriteTraceId] })];
        const results = inputs.filter((_, index) => index !== 1).map(resultFor);
        return { ...complete(results, { errors, numErrors: 1 }), status };
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-2']);
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'VALIDATION_ERROR',
      code: 'INVALID_INTEGER',
      property: 'price',
      value: '1',
      httpStatus: status,
      idValue: 'K-1',
      retryable: false,
      attempted: true,
      stage: 'upsert',
    },
  ]);
});

it('one error can name several items', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const ids = inputs.slice(0, 2).map(({ objectWriteTraceId }) => objectWriteTraceId);
        return complete([resultFor(inputs[2]!)], {
          errors: [refusal({ objectWriteTraceId: ids })],
        });
      },
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-1']);
});

it('an error that names nobody is told to those without an outcome', async () => {
  hubspotAnswers({
    upsert: [(inputs) => complete(inputs.slice(1).map(resultFor), { errors: [refusal({})] })],
  });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'NO_OUTCOME', idValue: 'K-0' }]);
  expect(failuresOf(outcome)[0]?.message).toContain('not a valid number');
});

it('an item that is several rows fails for all of them', async () => {
  hubspotAnswers({
    upsert: [
      ([first]) =>
        complete([], {
          errors: [refusal({ objectWriteTraceId: [first!.objectWriteTraceId] })],
        }),
    ],
  });
  const outcome = await upsertToHubspot({ items: [...lineItems(1), ...lineItems(1)] });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
});
