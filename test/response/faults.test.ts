import { notSent, refusedBy, sameEveryTime } from '../../nodes/HubspotBatchUpsert/response/faults';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

const fault = {
  scope: 'target',
  title: 'The credential lacks a scope',
  advice: 'Give it one.',
  retryable: true,
  throws: true,
} as const;
const message = 'The credential lacks a scope. Give it one.';

describe('a record whose own request met a fault', () => {
  const failure = (result: HttpResult, retryable = true) =>
    refusedBy({ ...fault, retryable }, result, writeOf('A', { price: 'abc' }));

  it('fails with what HubSpot told, and with the advice in place of its sentence', () => {
    const json = { category: 'MISSING_SCOPES', correlationId: 'c-1', message: 'no' };
    expect(failure(hubspotResponse(403, json))).toMatchObject({
      kind: 'failure',
      category: 'MISSING_SCOPES',
      correlationId: 'c-1',
      message,
      httpStatus: 403,
      retryable: true,
      attempted: true,
      stage: 'upsert',
    });
  });

  it('is worth another try where the fault passes', () => {
    expect(failure(hubspotResponse(403, {}), false)).toMatchObject({ retryable: false });
  });

  it('has a category also where HubSpot names none', () => {
    expect(failure(hubspotResponse(403, undefined))).toMatchObject({
      category: 'INVALID_VALUE',
      message,
    });
  });

  it.each<[string, HttpResult]>([
    [
      'no secure connection',
      { kind: 'noResponse', reason: 'insecure', code: 'EPROTO', sent: false, message: 'gone' },
    ],
    ['no way through a proxy', hubspotResponse(407)],
  ])('was not even sent where there was %s', (_, result) => {
    expect(failure(result)).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false });
  });

  it('was not even sent where n8n could not sign the request', () => {
    const refused: HttpResult = { kind: 'authFailed', sent: false, message: 'not connected' };
    expect(failure(refused)).toEqual(
      ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' }),
    );
  });
});

describe('a record that was not sent because of a fault', () => {
  it.each([true, false])('says so, and passes later where the fault does: %p', (retryable) => {
    expect(notSent({ ...fault, retryable })).toEqual(
      ownFailure('NOT_ATTEMPTED', 'Not sent: the credential lacks a scope. Give it one.', {
        retryable,
        stage: 'upsert',
      }),
    );
  });

  it('is told HubSpot’s name as HubSpot writes it', () => {
    const failure = notSent({ ...fault, title: 'HubSpot has no such type' });
    expect(failure.message).toBe('Not sent: HubSpot has no such type. Give it one.');
  });
});

it.each([true, false])('batches that fail whole alike stop their target: %p', (retryable) => {
  const failure = ownFailure('NETWORK', 'HubSpot hung up.', { retryable });
  expect(sameEveryTime(failure, { isAboutRecord: false })).toEqual({
    scope: 'target',
    title: 'Several batches in a row failed whole for the same reason',
    advice: 'The reason was: HubSpot hung up.',
    retryable,
    throws: false,
  });
});
