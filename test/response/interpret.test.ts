import { interpret } from '../../nodes/HubspotBatchUpsert/response/interpret';
import type { Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { hubspotResponse } from '../support/hubspotResponse';
import { traced } from '../support/refusals';
import { writeOf } from '../support/write';

const writes = [writeOf('A', { price: '1' }), writeOf('B', { price: 'abc' }), writeOf('C')];
const [a, b, c] = writes;

const brokenOff = (status?: number): HttpResult => ({
  kind: 'noResponse',
  reason: 'network',
  code: 'ECONNRESET',
  sent: true,
  status,
  message: 'gone',
});
const named = (...ids: string[]) => traced(...ids.map((id) => `trace-${id}`));
const result = (id: string, more = {}) => ({
  id: `1${id}`,
  objectWriteTraceId: `trace-${id}`,
  ...more,
});
/** A failure of which these facts hold, whatever else does. */
const failing = (facts: Partial<Failure>) => expect.objectContaining(facts) as Failure;
const nothing = {
  refusals: new Map(),
  unpaired: [],
  areAllWritten: false,
  strayMessages: [],
  isQuoted: false,
  settled: [],
  unconfirmed: [],
  resend: [],
  toBisect: [],
  pendingErrors: [],
  isRefused: false,
  isNamed: false,
  isTooLarge: false,
};

describe('a response to the batch', () => {
  it('settles the records that it gives a result or an error', () => {
    const response = hubspotResponse(207, {
      results: [result('A', { new: true }), result('C', { new: false })],
      errors: [{ category: 'BAD', message: 'no', ...named('B') }],
    });
    expect(interpret(response, writes)).toEqual({
      ...nothing,
      settled: [
        [b, failing({ category: 'BAD', message: 'no', httpStatus: 207 })],
        [a, { kind: 'written', outcome: 'created', result: result('A', { new: true }) }],
        [c, { kind: 'written', outcome: 'updated', result: result('C', { new: false }) }],
      ],
    });
  });

  it('calls a record updated unless HubSpot says that it is new', () => {
    const { settled } = interpret(hubspotResponse(200, { results: [result('A')] }), [writes[0]!]);
    expect(settled).toMatchObject([[a, { outcome: 'updated' }]]);
  });

  it('gives each record its own error, and one error to all that it names', () => {
    const errors = [
      { message: 'two', ...named('A', 'C') },
      { message: 'one', ...named('B') },
    ];
    const { settled } = interpret(hubspotResponse(207, { errors }), writes);
    expect(settled).toMatchObject([
      [{ id: 'A' }, { message: 'two' }],
      [{ id: 'C' }, { message: 'two' }],
      [{ id: 'B' }, { message: 'one' }],
    ]);
  });

  it.each([
    [{}, { category: 'INVALID_VALUE', message: 'HubSpot refused the record without saying why' }],
    [{ category: 'RATE_LIMITS' }, { category: 'RATE_LIMITS', retryable: true }],
    [{ category: 'VALIDATION_ERROR' }, { category: 'VALIDATION_ERROR', retryable: false }],
  ])('reads the error %j', (error, failure) => {
    const response = hubspotResponse(207, { errors: [{ ...error, ...named('B') }] });
    expect(interpret(response, writes).settled).toMatchObject([[b, failure]]);
  });

  it('leaves unconfirmed what it does not mention', () => {
    const response = hubspotResponse(200, { results: [result('B')] });
    const { settled, unconfirmed } = interpret(response, writes);
    expect(settled).toMatchObject([[b, { kind: 'written' }]]);
    expect(unconfirmed).toEqual(
      [a, c].map((write) => [write, failing({ category: 'NO_OUTCOME' })]),
    );
  });

  it('leaves everything unconfirmed where it is no JSON', () => {
    const unconfirmed = [[a, failing({ category: 'NO_OUTCOME', errors: null })]];
    expect(interpret(hubspotResponse(200), [writes[0]!])).toEqual({ ...nothing, unconfirmed });
  });
});

describe('errors that name nobody', () => {
  const given = (errors: object[], ids = ['A', 'B', 'C']) =>
    interpret(hubspotResponse(207, { results: ids.map((id) => result(id)), errors }), writes);

  it('are kept where each record has a result, in the words that there are', () => {
    const errors = [
      { message: 'one' },
      { errors: [{ code: 'X' }, { message: 'two' }] },
      { category: 'THREE' },
      {},
    ];
    expect(given(errors)).toMatchObject({
      unconfirmed: [],
      strayMessages: ['one', 'two', 'THREE', 'an error without a message'],
    });
  });

  it('are the refusals of as many records without a result, and of nobody else', () => {
    expect(given([{ message: 'no' }], ['A', 'B'])).toMatchObject({ strayMessages: [] });
  });
});

describe('a refusal of the batch', () => {
  it('settles the records that it names and sends the others again', () => {
    const response = hubspotResponse(400, { category: 'BAD', message: 'no', ...named('B') });
    expect(interpret(response, writes)).toEqual({
      ...nothing,
      isNamed: true,
      settled: [[b, failing({ category: 'BAD', message: 'no', httpStatus: 400 })]],
      resend: [[a, c]],
      pendingErrors: [a, c].map((write) => [write, failing({ kind: 'failure' })]),
    });
  });

  it('has all bisected where it names nobody', () => {
    const response = hubspotResponse(422, { message: 'no' });
    const { toBisect, isRefused, pendingErrors } = interpret(response, writes);
    expect({ toBisect, isRefused }).toEqual({ toBisect: writes, isRefused: true });
    expect(pendingErrors).toMatchObject(
      writes.map((write) => [
        write,
        {
          message:
            'HubSpot refused the batch that held this record, and the run ended before it was sent again. HubSpot said: no',
          retryable: true,
          httpStatus: 422,
        },
      ]),
    );
  });

  it('has those whose value it quotes sent by themselves, and then the others', () => {
    const response = hubspotResponse(400, { message: 'Too near to "abc"' });
    expect(interpret(response, writes)).toMatchObject({
      settled: [],
      resend: [[b], [a, c]],
      isQuoted: true,
      isRefused: true,
      isNamed: false,
    });
  });

  it('for its size sends halves and blames nobody', () => {
    expect(interpret(hubspotResponse(413, named('B')), writes)).toMatchObject({
      ...nothing,
      isTooLarge: true,
      resend: [[a, b], [c]],
      pendingErrors: [[a], [b], [c]].map(([write]) => [write, { httpStatus: 413 }]),
    });
  });

  it('of a single record is that record’s', () => {
    const message = 'HubSpot refused the record with HTTP 400 and did not say why';
    expect(interpret(hubspotResponse(400), [writes[0]!])).toEqual({
      ...nothing,
      settled: [[a, failing({ category: 'INVALID_VALUE', message })]],
      isRefused: true,
    });
  });

  it.each([
    [400, { category: 'VALIDATION_ERROR' }, false],
    [400, { category: 'RATE_LIMITS' }, true],
    [409, { message: 'The record is locked' }, true],
    [409, { message: 'Contact already exists' }, false],
  ])('with %i and %j is worth another try later: %p', (status, error, retryable) => {
    const { settled } = interpret(hubspotResponse(status, error), [writes[0]!]);
    expect(settled).toMatchObject([[a, { retryable }]]);
  });
});

it.each<[string, HttpResult, Partial<Failure>]>([
  ['a status that says nothing of records', hubspotResponse(503), { httpStatus: 503 }],
  ['no response', brokenOff(), { category: 'NETWORK', message: 'gone' }],
  ['a success that broke off', brokenOff(200), { category: 'NETWORK', httpStatus: 200 }],
  ['a refusal that broke off', brokenOff(400), { category: 'NETWORK', httpStatus: 400 }],
  [
    'no signature',
    { kind: 'authFailed', sent: false, message: 'not connected' },
    { category: 'NOT_ATTEMPTED', message: 'not connected' },
  ],
])('%s is the same failure for all', (_, httpResult, failure) => {
  const settled = writes.map((write) => [write, failing(failure)]);
  expect(interpret(httpResult, writes)).toEqual({ ...nothing, settled });
});
