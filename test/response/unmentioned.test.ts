import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import type { BatchResponse } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { unmentionedFailure } from '../../nodes/HubspotBatchUpsert/response/unmentioned';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

describe('a record that the response does not mention', () => {
  const failure = (
    body: Partial<BatchResponse> | undefined,
    strayErrors: object[] = [],
    text = '',
    write: RecordWrite = writeOf('K-1'),
  ) =>
    unmentionedFailure(
      { ...hubspotResponse(207, body), text },
      body && { results: [], errors: [], ...body },
      strayErrors.map(parseError),
    )(write);
  /** The sentence before the advice. */
  const reason = (...given: Parameters<typeof failure>) => failure(...given).message.split('. ')[0];

  it('was sent, and may be sent again', () => {
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

  it('of a create by a unique key says why no second record comes of it', () => {
    const write = writeOf('K-1', {}, { operation: 'create' });
    expect(failure({ status: 'COMPLETE' }, [], '', write).message).toMatch(
      /sending the item again does no harm, because HubSpot keeps the values of "sku" unique$/,
    );
  });

  it('of a create by a search promises nothing', () => {
    const target = new Target('companies', 'domain', undefined, 'search');
    const write = writeOf('a.com', {}, { target, operation: 'create' });
    expect(failure({ status: 'COMPLETE' }, [], '', write).message).toMatch(
      /\. Whether the record was created is not known$/,
    );
  });

  it.each<[string, ...Parameters<typeof failure>]>([
    ['HubSpot sent an empty answer', undefined, [], ' \n'],
    ['The answer was not JSON, so it did not come from HubSpot itself', undefined, [], '<html>'],
    ['HubSpot cancelled the batch', { status: 'CANCELED' }],
    ['HubSpot had not finished the batch when it answered (PENDING)', { status: 'PENDING' }],
    ['HubSpot had not finished the batch when it answered (PROCESSING)', { status: 'PROCESSING' }],
    ['HubSpot called the batch complete and returned no record', { status: 'COMPLETE' }],
    ['HubSpot returned neither a result nor an error for this record', {}],
    [
      'HubSpot returned neither a result nor an error for this record',
      { status: 'COMPLETE', results: [{ id: '1' }] },
    ],
    [
      'HubSpot called the batch complete and returned no record',
      { status: 'COMPLETE' },
      [{ category: 'WITHOUT_WORDS' }],
    ],
  ])('is told why nobody knows what became of it: %s', (sentence, ...given) => {
    expect(reason(...given)).toBe(sentence);
  });

  it.each([[[]], [null], ['done'], [7]])(
    'of which the answer is %j says that it is none',
    (json) => {
      const failureOf = unmentionedFailure(hubspotResponse(200, json), undefined, []);
      expect(failureOf(writeOf('K-1')).message).toMatch(
        /^The answer was JSON, and yet none that HubSpot gives to a batch\. Whether/,
      );
    },
  );

  it('is told the errors that name no record, three different ones at most', () => {
    const stray = ['one', 'two', 'one', 'three', 'four'].map((message) => ({ message }));
    expect(reason({ status: 'CANCELED' }, [{}, ...stray])).toBe(
      'HubSpot reported errors without saying for which record (one; two; three)',
    );
  });

  it('gets those errors handed on, the first one’s context with them', () => {
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
});
