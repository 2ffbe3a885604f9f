import { complete, hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { onlyFailureOf } from '../../support/accounted';
import { lineItems } from '../../support/upsert';

it.each([
  ['VALIDATION_ERROR', 'error', false],
  ['CONFLICT', 'error', false],
  ['RATE_LIMITS', 'error', true],
  ['INTERNAL_ERROR', 'error', true],
  ['SOMETHING', '503', true],
  ['SOMETHING', 429, true],
  ['SOMETHING', 400, false],
])(
  'a record whose error in a 207 has category %s and status %j would pass later: %p',
  async (category, status, retryable) => {
    hubspotAnswers({
      upsert: [
        ([only]) => {
          const context = { objectWriteTraceId: [only!.objectWriteTraceId] };
          const errors = [{ status, category, message: 'no', context }];
          return { ...complete([], { errors }), status: 207 };
        },
      ],
    });
    const outcome = await upsertToHubspot({ items: lineItems(1) });
    expect(onlyFailureOf(outcome)).toMatchObject({ category, retryable, httpStatus: 207 });
  },
);
