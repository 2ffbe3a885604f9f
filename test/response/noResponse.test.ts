import { lost } from '../../nodes/HubspotBatchUpsert/response/noResponse';
import type { NoResponse } from '../../nodes/HubspotBatchUpsert/http/response';
import { writeOf } from '../support/write';

const write = writeOf('A');

const answered = (status: number, json?: object) =>
  lost({ kind: 'response', status, headers: {}, json, text: '' })(write);
const unanswered = (reason: NoResponse['reason'], more: Partial<NoResponse> = {}) =>
  lost({ kind: 'noResponse', reason, code: 'E', sent: true, message: 'no answer', ...more })(write);

const said = { attempted: true, stage: 'upsert' };

describe('a response that tells no record from another', () => {
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
      ? `HubSpot answered HTTP ${httpStatus} every time it was asked`
      : `HubSpot refused the request with HTTP ${httpStatus} and did not say why`;
    expect(answered(httpStatus)).toMatchObject({
      ...said,
      httpStatus,
      category,
      retryable,
      message,
    });
  });

  it('keeps the words of HubSpot', () => {
    const told = {
      category: 'MISSING_SCOPES',
      message: 'This app lacks a scope',
      correlationId: 'c',
    };
    expect(answered(403, told)).toMatchObject({ ...said, ...told, retryable: false });
  });

  it('is a firewall’s where it is a 403 without JSON', () => {
    expect(answered(403).message).toMatch(
      /^A firewall or gateway on the way to HubSpot .*HTTP 403/,
    );
    expect(answered(403, {}).message).toBe(
      'HubSpot refused the request with HTTP 403 and did not say why',
    );
  });
});

describe('a request without a response', () => {
  it.each([
    ['timeout', 'TIMEOUT', true],
    ['network', 'NETWORK', true],
    ['cancelled', 'NETWORK', true],
    ['tooLarge', 'NETWORK', false],
  ] as const)('(%s) is a case of %s, to be tried again: %p', (reason, category, retryable) => {
    expect(unanswered(reason)).toMatchObject({
      ...said,
      category,
      retryable,
      code: 'E',
      message: 'no answer',
      httpStatus: null,
    });
  });

  it('tells the status of a response that broke off', () => {
    expect(unanswered('network', { status: 200 })).toMatchObject({ httpStatus: 200 });
  });

  it('tells whether anything was sent', () => {
    expect(unanswered('network', { sent: false })).toMatchObject({ attempted: false });
  });
});

it('a request that could not be signed is told in n8n’s words', () => {
  expect(lost({ kind: 'authFailed', sent: false, message: 'revoked' })(write)).toMatchObject({
    category: 'NOT_ATTEMPTED',
    message: 'revoked',
  });
});
