import {
  CANCELLED,
  internalFault,
  leftOut,
  LOST,
  refusedBy,
  sameEveryTime,
  setUpFault,
} from '../../nodes/HubspotBatchUpsert/response/faults';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { writeOf } from '../support/write';

const fault = {
  scope: 'group',
  title: 'The credential lacks a scope',
  advice: 'Give it one.',
  retryable: true,
  throws: true,
} as const;
const message = 'The credential lacks a scope. Give it one.';

describe('a record whose own request met a fault', () => {
  const failure = (answer: HttpResult, retryable = true) =>
    refusedBy({ ...fault, retryable }, answer, writeOf('A', { price: 'abc' }));

  const answered = (json: unknown): HttpResult => ({
    kind: 'response',
    status: 403,
    headers: {},
    json,
    text: '',
  });

  it('fails with what HubSpot told, and with the advice in place of its sentence', () => {
    const json = { category: 'MISSING_SCOPES', correlationId: 'c-1', message: 'no' };
    expect(failure(answered(json))).toMatchObject({
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
    expect(failure(answered({}), false)).toMatchObject({ retryable: false });
  });

  it('has a category also where HubSpot names none', () => {
    expect(failure(answered(undefined))).toMatchObject({ category: 'INVALID_VALUE', message });
  });

  it('has no status where no whole response came', () => {
    const cutOff = { reason: 'network', code: 'ECONNRESET', sent: true, status: 502 } as const;
    const unanswered = failure({ kind: 'noResponse', ...cutOff, message: 'gone' });
    expect(unanswered).toMatchObject({ httpStatus: null, message });
  });

  it('was not even sent where n8n could not sign the request', () => {
    const refused: HttpResult = { kind: 'authFailed', sent: false, message: 'not connected' };
    expect(failure(refused)).toEqual(
      ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' }),
    );
  });
});

describe('a record that was left out because of a fault', () => {
  it.each([true, false])('was not sent, and passes later where the fault does: %p', (retryable) => {
    expect(leftOut({ ...fault, retryable })).toEqual(
      ownFailure('NOT_ATTEMPTED', 'Not sent: the credential lacks a scope. Give it one.', {
        retryable,
        stage: 'upsert',
      }),
    );
  });

  it('is told HubSpot’s name as HubSpot writes it', () => {
    const { message: told } = leftOut({ ...fault, title: 'HubSpot has no such type' });
    expect(told).toBe('Not sent: HubSpot has no such type. Give it one.');
  });
});

it.each([true, false])('batches that fail whole alike stop their group: %p', (retryable) => {
  expect(sameEveryTime(ownFailure('NETWORK', 'HubSpot hung up.', { retryable }))).toEqual({
    scope: 'group',
    title: 'The run stopped because several batches in a row failed whole for the same reason',
    advice: 'The reason was: HubSpot hung up.',
    retryable,
    throws: false,
  });
});

it.each([[new Error('boom')], ['boom']])('a fault of the node itself is told: %p', (error) => {
  expect(internalFault(error)).toEqual({
    scope: 'run',
    title: 'The node stopped because of a fault of its own (boom)',
    advice: 'Please report it; the items can be run again.',
    retryable: true,
    throws: true,
  });
});

describe('a run that cannot begin', () => {
  const GENERAL = 'Check the parameters and the credential of the node.';
  const error = (advice: unknown) => Object.assign(new Error('No object type'), { advice });

  it('says why, and what the error advises', () => {
    expect(setUpFault(error('Choose one'))).toEqual({
      scope: 'run',
      title: 'No object type',
      advice: 'Choose one.',
      retryable: false,
      throws: true,
    });
  });

  it.each([
    ['an error without advice', new Error('No object type'), 'No object type'],
    ['an error whose advice is no text', error(5), 'No object type'],
    ['a text', 'No object type', 'No object type'],
    ['what is no error', { advice: 'Trust me' }, '[object Object]'],
    ['nothing', undefined, 'undefined'],
  ])('advises in general for %s', (_, thrown, title) => {
    expect(setUpFault(thrown)).toMatchObject({ title, advice: GENERAL });
  });
});

it.each([
  ['an item that the node lost', LOST, /lost track of the item/, /report it/],
  ['an execution that was cancelled', CANCELLED, /was cancelled/, /Run the item again/],
])('%s can be run again', (_, { title, advice, ...rest }, says, advises) => {
  expect(title).toMatch(says);
  expect(advice).toMatch(advises);
  expect(rest).toEqual({ scope: 'run', retryable: true, throws: false });
});
