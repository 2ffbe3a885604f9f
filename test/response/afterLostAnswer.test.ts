import { ownFailure, type Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { afterLostAnswer } from '../../nodes/HubspotBatchUpsert/response/afterLostAnswer';

const failing = (facts: Partial<Failure>): Failure => ({
  ...ownFailure('INVALID_VALUE', 'The value is wrong.'),
  ...facts,
});

it.each([400, 401, 403, 404, 409, 413, 422, 429])(
  'a refusal by a %i is not the last word',
  (httpStatus) => {
    const failure = failing({ httpStatus, category: 'VALIDATION_ERROR' });
    expect(afterLostAnswer(failure)).toEqual({
      ...failure,
      message:
        'The value is wrong. An earlier request for it got no answer and may still reach HubSpot',
    });
  },
);

it.each<[string, Partial<Failure>]>([
  ['nothing was answered', { category: 'NETWORK', httpStatus: null }],
  ['it was not answered in time', { category: 'TIMEOUT', httpStatus: 504 }],
  ['a status leaves it open', { category: 'INTERNAL_ERROR', httpStatus: 500 }],
  ['the answer does not tell of it', { category: 'NO_OUTCOME', httpStatus: 207 }],
])('what says by itself that nobody knows stays as it is: %s', (_, facts) => {
  const failure = failing(facts);
  expect(afterLostAnswer(failure)).toBe(failure);
});
