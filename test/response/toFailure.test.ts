import { toFailure, type RefusalFacts } from '../../nodes/HubspotBatchUpsert/response/toFailure';

const facts: RefusalFacts = {
  httpStatus: 400,
  retryable: true,
  fallback: 'INVALID_VALUE',
  message: 'It did not say why',
};

it('a failure has what HubSpot says, and the circumstances', () => {
  const said = {
    category: 'BAD',
    message: 'no',
    correlationId: 'c',
    subCategory: 's',
    context: { id: ['1'] },
    errors: [{ message: 'first' }, { code: 'A' }, { code: 'B' }],
  };
  expect(toFailure(said, facts)).toEqual({
    kind: 'failure',
    category: 'BAD',
    code: 'A',
    message: 'no',
    property: null,
    value: null,
    httpStatus: 400,
    correlationId: 'c',
    subCategory: 's',
    context: { id: ['1'] },
    errors: said.errors,
    retryable: true,
    attempted: true,
    stage: 'upsert',
  });
});

it('what HubSpot does not say is filled in', () => {
  expect(toFailure({}, { ...facts, httpStatus: null, retryable: false })).toEqual({
    kind: 'failure',
    category: 'INVALID_VALUE',
    code: null,
    message: 'It did not say why',
    property: null,
    value: null,
    httpStatus: null,
    correlationId: null,
    subCategory: null,
    context: null,
    errors: null,
    retryable: false,
    attempted: true,
    stage: 'upsert',
  });
  expect(toFailure({ category: 'OTHER', errors: [] }, facts)).toMatchObject({
    category: 'OTHER',
    code: null,
    errors: [],
  });
});
