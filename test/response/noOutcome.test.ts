import type { BatchResponse, HubspotError } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { noOutcome } from '../../nodes/HubspotBatchUpsert/response/noOutcome';

const failure = (body: Partial<BatchResponse> | undefined, stray: HubspotError[] = [], text = '') =>
  noOutcome(
    { kind: 'response', status: 207, headers: {}, json: body, text },
    body && { results: [], errors: [], ...body },
    stray,
  );
/** The sentence before the advice. */
const reason = (...given: Parameters<typeof failure>) => failure(...given).message.split('. ')[0];

it('a record that the response does not mention was sent, and may be sent again', () => {
  const { message, ...facts } = failure({ status: 'COMPLETE' });
  expect(facts).toEqual({
    kind: 'failure',
    category: 'NO_OUTCOME',
    code: null,
    property: null,
    value: null,
    httpStatus: 207,
    correlationId: null,
    subCategory: null,
    context: null,
    errors: null,
    retryable: true,
    attempted: true,
    stage: 'upsert',
  });
  expect(message).toContain(
    '. Whether the record was written is not known; sending the item again does no harm',
  );
});

describe('why nobody knows what became of it:', () => {
  it.each<[string, ...Parameters<typeof failure>]>([
    ['HubSpot sent an empty answer', undefined, [], ' \n'],
    ['The answer was not JSON, so it did not come from HubSpot itself', undefined, [], '<html>'],
    ['HubSpot cancelled the batch', { status: 'CANCELED' }],
    ['HubSpot had not finished the batch when it answered (PENDING)', { status: 'PENDING' }],
    ['HubSpot had not finished the batch when it answered (PROCESSING)', { status: 'PROCESSING' }],
    ['HubSpot called the batch complete and returned no record', { status: 'COMPLETE' }],
    [
      'HubSpot returned neither a result nor an error for this record',
      { status: 'COMPLETE', results: [{ id: '1' }] },
    ],
    [
      'HubSpot called the batch complete and returned no record',
      { status: 'COMPLETE' },
      [{ category: 'WITHOUT_WORDS' }],
    ],
  ])('%s', (sentence, ...given) => {
    expect(reason(...given)).toBe(sentence);
  });

  it('errors that name no record, three different ones at most', () => {
    const stray = ['one', 'two', 'one', 'three', 'four'].map((message) => ({ message }));
    expect(reason({ status: 'CANCELED' }, [{}, ...stray])).toBe(
      'HubSpot reported errors without saying for which record (one; two; three)',
    );
  });
});

it('errors that name no record are handed on, the first one’s context with them', () => {
  const stray = [
    { message: 'one', category: 'C1', correlationId: 'c-1', context: { a: 1 } },
    { message: 'two', category: 'C2', correlationId: 'c-2' },
  ];
  expect(failure({}, stray)).toMatchObject({
    correlationId: 'c-1',
    context: { a: 1 },
    errors: [
      { message: 'one', code: 'C1', context: { a: 1 } },
      { message: 'two', code: 'C2' },
    ],
  });
});

it('a secret that an error quotes does not reach the item', () => {
  const secret = 'pat-eu1-1234abcd-0000';
  const told = JSON.stringify(failure({}, [{ message: `Bad ${secret}`, context: { a: secret } }]));
  expect(told).toContain('Bad (hidden)');
  expect(told).not.toContain(secret);
});
