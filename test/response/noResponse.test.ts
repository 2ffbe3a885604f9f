import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import type { BatchResponse } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import type { NoResponse } from '../../nodes/HubspotBatchUpsert/http/response';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import {
  authFailed,
  noOutcome,
  withoutResponse,
} from '../../nodes/HubspotBatchUpsert/response/noResponse';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

const write = writeOf('A');
const sent = { attempted: true, stage: 'upsert' };

describe('a response that tells no record from another', () => {
  const failure = (status: number, json?: object) =>
    withoutResponse(hubspotResponse(status, json))(write);

  it.each([
    [401, 'INVALID_VALUE', false],
    [404, 'INVALID_VALUE', false],
    [408, 'TIMEOUT', true],
    [423, 'NETWORK', true],
    [429, 'NETWORK', true],
    [500, 'NETWORK', true],
    [505, 'NETWORK', true],
    [522, 'TIMEOUT', true],
  ])('of status %i is a case of %s, to be tried again: %p', (httpStatus, category, retryable) => {
    const message = retryable
      ? `HubSpot answered HTTP ${httpStatus}`
      : `HubSpot refused the request with HTTP ${httpStatus} and did not say why`;
    expect(failure(httpStatus)).toMatchObject({
      ...sent,
      httpStatus,
      category,
      retryable,
      message,
    });
  });

  it('tells how often in a row it came, where it came more than once', () => {
    const response = { ...hubspotResponse(503), timesInARow: 3 };
    expect(withoutResponse(response)(write)).toMatchObject({
      message: 'HubSpot answered HTTP 503, 3 times in a row',
    });
  });

  it('keeps the words of HubSpot', () => {
    const error = {
      category: 'MISSING_SCOPES',
      message: 'This app lacks a scope',
      correlationId: 'c',
    };
    expect(failure(403, error)).toMatchObject({ ...sent, ...error, retryable: false });
  });

  it('is a firewall’s where it is a 403 without JSON', () => {
    expect(failure(403).message).toMatch(/^A firewall or gateway on the way to HubSpot .*HTTP 403/);
    expect(failure(403, {}).message).toBe(
      'HubSpot refused the request with HTTP 403 and did not say why',
    );
  });
});

describe('a request without a response', () => {
  const failure = (reason: NoResponse['reason'], more: Partial<NoResponse> = {}) => {
    const common = { kind: 'noResponse', code: 'E', sent: true, message: 'no answer' } as const;
    return withoutResponse({ ...common, reason, ...more })(write);
  };

  it.each([
    ['timeout', 'TIMEOUT', true],
    ['network', 'NETWORK', true],
    ['cancelled', 'NETWORK', true],
    ['tooLarge', 'NETWORK', false],
  ] as const)('(%s) is a case of %s, to be tried again: %p', (reason, category, retryable) => {
    expect(failure(reason)).toMatchObject({
      ...sent,
      category,
      retryable,
      code: 'E',
      message: 'no answer',
      httpStatus: null,
    });
  });

  it('tells the status of a response that broke off', () => {
    expect(failure('network', { status: 200 })).toMatchObject({ httpStatus: 200 });
  });

  it('tells whether anything was sent', () => {
    expect(failure('network', { sent: false })).toMatchObject({ attempted: false });
  });
});

describe('a request that n8n could not sign', () => {
  const MESSAGE = 'Connect the account again';
  const failure = (wasSent: boolean) =>
    authFailed({ kind: 'authFailed', sent: wasSent, message: 'revoked' }, MESSAGE);

  it('is told in n8n’s words where there are no better ones', () => {
    const result = { kind: 'authFailed', sent: false, message: 'revoked' } as const;
    expect(withoutResponse(result)(write)).toMatchObject({
      category: 'NOT_ATTEMPTED',
      message: 'revoked',
    });
  });

  it('was not sent, and its records may be later', () => {
    expect(failure(false)).toEqual(
      ownFailure('NOT_ATTEMPTED', MESSAGE, { retryable: true, stage: 'upsert' }),
    );
  });

  it('was refused with 401 where it left with an expired token', () => {
    expect(failure(true)).toMatchObject({
      ...sent,
      kind: 'failure',
      category: 'INVALID_AUTHENTICATION',
      message: MESSAGE,
      httpStatus: 401,
      retryable: true,
    });
  });
});

describe('a record that the response does not mention', () => {
  const failure = (
    body: Partial<BatchResponse> | undefined,
    strayErrors: object[] = [],
    text = '',
  ) =>
    noOutcome(
      { ...hubspotResponse(207, body), text },
      body && { results: [], errors: [], ...body },
      strayErrors.map(parseError),
    );
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
  ])('is told why nobody knows what became of it: %s', (sentence, ...given) => {
    expect(reason(...given)).toBe(sentence);
  });

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
