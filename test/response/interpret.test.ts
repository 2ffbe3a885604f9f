import { judge } from '../../nodes/HubspotBatchUpsert/response/interpret';
import type { Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { HttpResult } from '../../nodes/HubspotBatchUpsert/http/response';
import { writeOf } from '../support/write';

const writes = [writeOf('A', { price: '1' }), writeOf('B', { price: 'abc' }), writeOf('C')];
const [a, b, c] = writes;

const cut = (status?: number): HttpResult => ({
  kind: 'noResponse',
  reason: 'network',
  code: 'ECONNRESET',
  sent: true,
  status,
  message: 'gone',
});
const answered = (status: number, json?: object): HttpResult => ({
  kind: 'response',
  status,
  headers: {},
  json,
  text: '',
});
const named = (...ids: string[]) => ({
  context: { objectWriteTraceId: ids.map((id) => `trace-${id}`) },
});
const result = (id: string, more = {}) => ({
  id: `1${id}`,
  objectWriteTraceId: `trace-${id}`,
  ...more,
});
/** A failure of which these facts hold, whatever else does. */
const failing = (facts: Partial<Failure>) => expect.objectContaining(facts) as Failure;
const nothing = { settled: [], open: [], again: [], suspects: [], shared: [], isRefused: false };

describe('a response to the batch', () => {
  it('settles the records that it gives a result or an error', () => {
    const answer = answered(207, {
      results: [result('A', { new: true }), result('C', { new: false })],
      errors: [{ category: 'BAD', message: 'no', ...named('B') }],
    });
    expect(judge(answer, writes)).toEqual({
      ...nothing,
      settled: [
        [b, failing({ category: 'BAD', message: 'no', httpStatus: 207 })],
        [a, { kind: 'written', outcome: 'created', result: result('A', { new: true }) }],
        [c, { kind: 'written', outcome: 'updated', result: result('C', { new: false }) }],
      ],
    });
  });

  it('calls a record updated unless HubSpot says that it is new', () => {
    const { settled } = judge(answered(200, { results: [result('A')] }), [writes[0]!]);
    expect(settled).toMatchObject([[a, { outcome: 'updated' }]]);
  });

  it('gives each record its own error, and one error to all that it names', () => {
    const errors = [
      { message: 'two', ...named('A', 'C') },
      { message: 'one', ...named('B') },
    ];
    const { settled } = judge(answered(207, { errors }), writes);
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
    const answer = answered(207, { errors: [{ ...error, ...named('B') }] });
    expect(judge(answer, writes).settled).toMatchObject([[b, failure]]);
  });

  it('leaves unconfirmed what it does not mention', () => {
    const { settled, open } = judge(answered(200, { results: [result('B')] }), writes);
    expect(settled).toMatchObject([[b, { kind: 'written' }]]);
    expect(open).toEqual([a, c].map((write) => [write, failing({ category: 'NO_OUTCOME' })]));
  });

  it('leaves everything unconfirmed where it is no JSON', () => {
    const open = [a, failing({ category: 'NO_OUTCOME', errors: null })];
    expect(judge(answered(200), [writes[0]!])).toEqual({ ...nothing, open: [open] });
  });
});

describe('a refusal of the batch', () => {
  it('settles the records that it names and sends the others again', () => {
    expect(judge(answered(400, { category: 'BAD', message: 'no', ...named('B') }), writes)).toEqual(
      {
        ...nothing,
        settled: [[b, failing({ category: 'BAD', message: 'no', httpStatus: 400 })]],
        again: [[a, c]],
        shared: [a, c].map((write) => [write, failing({ kind: 'failure' })]),
      },
    );
  });

  it('tests all in groups where it names nobody', () => {
    const { suspects, isRefused, shared } = judge(answered(422, { message: 'no' }), writes);
    expect({ suspects, isRefused }).toEqual({ suspects: writes, isRefused: true });
    expect(shared).toMatchObject(
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

  it('for its size sends halves and blames nobody', () => {
    expect(judge(answered(413, named('B')), writes)).toMatchObject({
      ...nothing,
      again: [[a, b], [c]],
      shared: [[a], [b], [c]].map(([write]) => [write, { httpStatus: 413 }]),
    });
  });

  it('of a single record is that record’s', () => {
    const message = 'HubSpot refused the record with HTTP 400 and did not say why';
    expect(judge(answered(400), [writes[0]!])).toEqual({
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
    const { settled } = judge(answered(status, error), [writes[0]!]);
    expect(settled).toMatchObject([[a, { retryable }]]);
  });
});

it.each<[string, HttpResult, Partial<Failure>]>([
  ['a status that says nothing of records', answered(503), { httpStatus: 503 }],
  ['no answer', cut(), { category: 'NETWORK', message: 'gone' }],
  ['a success that broke off', cut(200), { category: 'NETWORK', httpStatus: 200 }],
  ['a refusal that broke off', cut(400), { category: 'NETWORK', httpStatus: 400 }],
  [
    'no signature',
    { kind: 'authFailed', sent: false, message: 'not connected' },
    { category: 'NOT_ATTEMPTED', message: 'not connected' },
  ],
])('%s is the same failure for all', (_, answer, failure) => {
  const settled = writes.map((write) => [write, failing(failure)]);
  expect(judge(answer, writes)).toEqual({ ...nothing, settled });
});
