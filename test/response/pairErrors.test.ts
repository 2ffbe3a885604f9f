import { NO_ERROR, parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import type { AuthFailed, NoResponse } from '../../nodes/HubspotBatchUpsert/http/response';
import type { Fault } from '../../nodes/HubspotBatchUpsert/model/fault';
import {
  endedBefore,
  failedPair,
  notAssociated,
  pairError,
  pairMetBy,
  pendingPairError,
  strayPairError,
} from '../../nodes/HubspotBatchUpsert/response/pairErrors';
import { hubspotResponse } from '../support/hubspotResponse';
import { pairsOf } from '../support/pairs';

const ASSOCIATING = { stage: 'associate', attempted: true };
const fault: Fault = {
  scope: 'target',
  title: 'It is closed',
  advice: 'Open it.',
  retryable: true,
  throws: false,
};
const REFUSED = hubspotResponse(400, { message: 'no', category: 'VALIDATION_ERROR' });

describe('a pair whose request', () => {
  it.each<[string, AuthFailed | NoResponse | typeof REFUSED, object]>([
    [
      'n8n could not sign',
      { kind: 'authFailed', sent: false, message: 'reconnect' },
      { category: 'NOT_ATTEMPTED', message: 'reconnect', httpStatus: null, retryable: true },
    ],
    [
      'left with a stale token',
      { kind: 'authFailed', sent: true, message: 'reconnect' },
      { category: 'INVALID_AUTHENTICATION', httpStatus: 401 },
    ],
    [
      'was not answered',
      { kind: 'noResponse', reason: 'timeout', code: 'X', sent: true, message: 'late' },
      { category: 'TIMEOUT', message: 'late', code: 'X', retryable: true },
    ],
    [
      'never left',
      { kind: 'noResponse', reason: 'network', code: 'X', sent: false, message: 'gone' },
      { category: 'NETWORK', message: 'gone' },
    ],
    ['was refused', REFUSED, { category: 'VALIDATION_ERROR', message: 'no', httpStatus: 400 }],
    [
      'met trouble',
      hubspotResponse(504),
      { category: 'TIMEOUT', httpStatus: 504, retryable: true },
    ],
  ])('%s was attempted: its record is written', (_, result, failure) => {
    expect(failedPair(result)).toMatchObject({ ...failure, ...ASSOCIATING });
  });
});

it('a pair that met a fault says what to do, and what HubSpot answered', () => {
  expect(pairMetBy(fault, REFUSED)).toMatchObject({
    ...ASSOCIATING,
    category: 'VALIDATION_ERROR',
    httpStatus: 400,
    message: 'It is closed. Open it.',
    retryable: true,
  });
  expect(pairMetBy({ ...fault, retryable: false }, hubspotResponse(503)).retryable).toBe(false);
});

it('an item whose record is written and whose pairs were not sent because of a fault says so', () => {
  expect(notAssociated(fault)).toMatchObject({
    ...ASSOCIATING,
    category: 'NOT_ATTEMPTED',
    message: 'The record is written, but not associated: It is closed. Open it.',
    httpStatus: null,
    retryable: true,
  });
});

describe('an error about a pair', () => {
  it('is told in HubSpot’s words, as far as items carry it', () => {
    const error = parseError({
      status: 'error',
      category: 'VALIDATION_ERROR',
      subCategory: 'crm.associations.INVALID_IDENTIFIER',
      message: 'x is not a valid ID',
      context: { id: ['x'] },
    });
    const failure = pairError(error, hubspotResponse(207, {}));
    expect(failure).toMatchObject({
      ...ASSOCIATING,
      category: 'VALIDATION_ERROR',
      subCategory: 'crm.associations.INVALID_IDENTIFIER',
      message: 'x is not a valid ID',
      context: { id: ['x'] },
      httpStatus: 207,
      retryable: false,
    });
    expect(failure).not.toHaveProperty('propertyErrors');
  });

  it('without words says which status it came with', () => {
    expect(pairError(NO_ERROR, hubspotResponse(422))).toMatchObject({
      category: 'INVALID_VALUE',
      message: 'HubSpot refused the association with HTTP 422 and did not say why',
      retryable: false,
    });
  });

  it('that passes by itself is retryable', () => {
    const error = parseError({ category: 'RATE_LIMITS', message: 'later' });
    expect(pairError(error, hubspotResponse(207, {})).retryable).toBe(true);
  });
});

describe('errors that name no pair', () => {
  const stray = (...messages: string[]) =>
    strayPairError(
      messages.map((message) => parseError({ message, category: 'BAD', errors: [{ code: 'C' }] })),
      hubspotResponse(207, {}),
    );

  it('are told as one where they say the same', () => {
    expect(stray('no')).toMatchObject({ message: 'no', code: 'C', ...ASSOCIATING });
    expect(stray('no', 'no')).toEqual(stray('no'));
  });

  it('are all told where they differ, each once', () => {
    expect(stray('no', 'never', 'no')).toMatchObject({
      message:
        'HubSpot refused the association for one of these reasons, and did not say for which: no; never',
      code: null,
      category: 'BAD',
      ...ASSOCIATING,
    });
  });

  it('of which there are none leave the outcome open', () => {
    expect(stray()).toMatchObject({
      category: 'NO_OUTCOME',
      message: 'HubSpot returned neither the association nor an error for it',
      httpStatus: 207,
      retryable: true,
      ...ASSOCIATING,
    });
  });
});

describe('a pair that was refused together with others', () => {
  const refusal = pendingPairError(parseError({ message: 'no' }), REFUSED);

  it('says so where the run ends before it is sent again', () => {
    expect(refusal).toMatchObject({
      message:
        'HubSpot refused the request that held this association, and the run ended before it was sent again. HubSpot said: no',
      httpStatus: 400,
      retryable: true,
      ...ASSOCIATING,
    });
    const [pair] = pairsOf('1>2');
    expect(endedBefore({ ...pair!, refusal }, fault)).toEqual(refusal);
    expect(endedBefore({ ...pair!, refusal }, { ...fault, retryable: false })).toEqual({
      ...refusal,
      retryable: false,
    });
  });

  it('and one that never was, says what the fault is', () => {
    expect(endedBefore(pairsOf('1>2')[0]!, fault)).toMatchObject({
      ...ASSOCIATING,
      category: 'NOT_ATTEMPTED',
      message: 'It is closed. Open it.',
    });
  });
});
