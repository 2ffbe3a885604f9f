import { meaningOf } from '../../nodes/HubspotBatchUpsert/hubspot/statuses';
import type { NoResponse } from '../../nodes/HubspotBatchUpsert/http/response';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { authFailed, failedRequest } from '../../nodes/HubspotBatchUpsert/response/failedRequest';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

const write = writeOf('A');
const sent = { attempted: true, stage: 'upsert' };

describe('a response that tells no record from another', () => {
  const failure = (status: number, json?: object) =>
    failedRequest(hubspotResponse(status, json))(write);

  it('of status 404 is told with what HubSpot may not have', () => {
    expect(failure(404)).toMatchObject({ ...sent, category: 'INVALID_VALUE', retryable: false });
    expect(failure(404).message).toMatch(/HTTP 404 .*the record, the ID property.*API Version$/);
    expect(failure(404, { message: 'Not here' }).message).toBe('Not here');
  });

  it.each([
    [401, 'INVALID_VALUE', false],
    [408, 'TIMEOUT', true],
    [423, 'NETWORK', true],
    [429, 'NETWORK', true],
    [500, 'NETWORK', true],
    [505, 'NETWORK', true],
    [522, 'TIMEOUT', true],
  ])('of status %i is a case of %s, to be tried again: %p', (httpStatus, category, retryable) => {
    const message = retryable
      ? `HubSpot answered HTTP ${httpStatus}: ${meaningOf(httpStatus).because}`
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
    expect(failedRequest(response)(write)).toMatchObject({
      message: 'HubSpot answered HTTP 503 3 times in a row: HubSpot is overloaded',
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
    return failedRequest({ ...common, reason, ...more })(write);
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
    expect(failedRequest(result)(write)).toMatchObject({
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
