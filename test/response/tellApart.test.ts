import { tellApart, tellApartByStore } from '../../nodes/HubspotBatchUpsert/response/tellApart';
import { interpret } from '../../nodes/HubspotBatchUpsert/response/interpret';
import type { HttpResponse } from '../../nodes/HubspotBatchUpsert/http/response';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { hubspotResponse } from '../support/hubspotResponse';
import { writeOf } from '../support/write';

const A = writeOf('A', { name: 'a' });
const B = writeOf('B', { name: 'b' });
const C = writeOf('C', { name: 'c' });

const resultOf = ({ id, traceId }: { id: string; traceId: string }) => ({
  id: `1${id}`,
  new: true,
  properties: { sku: id },
  objectWriteTraceId: traceId,
});

/** What each batch would make of its part of the response; what is not told stands as it is. */
function told(status: number, json: object, batches = [[A], [B, C]]) {
  return tellApart(hubspotResponse(status, json), batches).parts.map((part, place) => {
    if (typeof part === 'string') return part;
    const { settled } = interpret(part, batches[place]!);
    return settled.map(([{ id }, end]) =>
      end.kind === 'written' ? `${id} ${end.outcome} ${end.result.id}` : `${id} ${end.kind}`,
    );
  });
}

it('each batch gets the results of its own records', () => {
  const results = [C, A, B].map(resultOf);
  expect(told(200, { status: 'COMPLETE', results })).toEqual([
    ['A created 1A'],
    ['B created 1B', 'C created 1C'],
  ]);
});

it('and the errors that name them', () => {
  const errors = [
    {
      category: 'VALIDATION_ERROR',
      message: 'B is bad',
      context: { objectWriteTraceId: [B.traceId] },
    },
  ];
  const json = { status: 'COMPLETE', results: [A, C].map(resultOf), errors, numErrors: 1 };
  expect(told(207, json)).toEqual([['A created 1A'], ['B failure', 'C created 1C']]);
});

it('an error that names records of two batches is told to neither', () => {
  const errors = [
    {
      category: 'VALIDATION_ERROR',
      message: 'A and B are bad',
      context: { ids: ['A', 'B'] },
    },
  ];
  expect(told(207, { status: 'COMPLETE', results: [resultOf(C)], errors })).toEqual([
    'untold',
    'untold',
  ]);
});

it('an error that names nobody leaves those open that it may mean', () => {
  const errors = [{ category: 'VALIDATION_ERROR', message: 'Something is bad' }];
  const json = { status: 'COMPLETE', results: [B, C].map(resultOf), errors };
  expect(told(207, json)).toEqual(['untold', ['B created 1B', 'C created 1C']]);
});

it.each([
  [400, 'unwritten'],
  [409, 'unwritten'],
  [423, 'unwritten'],
  [403, 'unwritten'],
  [500, 'untold'],
  [504, 'untold'],
])('HTTP %i for all: %s', (status, end) => {
  expect(told(status, { message: 'A is bad' })).toEqual([end, end]);
});

it.each([
  ['a 429', hubspotResponse(429)],
  [
    'a connection that was never made',
    { kind: 'noResponse', reason: 'network', code: 'ECONNREFUSED', sent: false, message: '' },
  ],
] as const)('%s is everybody’s', (_, result) => {
  expect(tellApart(result, [[A], [B]]).parts).toEqual([result, result]);
});

it.each([
  [
    'a lost answer',
    'untold',
    { kind: 'noResponse', reason: 'timeout', code: 'ETIMEDOUT', sent: true, message: '' },
  ],
  [
    'a credential that does not sign',
    'unwritten',
    { kind: 'authFailed', sent: false, message: '' },
  ],
] as const)('%s: %s', (_, end, result) => {
  expect(tellApart(result, [[A], [B]]).parts).toEqual([end, end]);
});

describe('where HubSpot shows neither trace id nor key', () => {
  const contacts = new Target('contacts', 'email', undefined);
  const [x, y, z] = ['x', 'y', 'z'].map((name) =>
    writeOf(`${name}@example.com`, { city: 'Same' }, { target: contacts }),
  ) as [typeof A, typeof A, typeof A];
  const batches = [[x], [y, z]];
  const results = ['3', '1', '2'].map((id) => ({
    id,
    new: id === '1',
    properties: { city: 'Same' },
  }));
  const response = hubspotResponse(200, { status: 'COMPLETE', results });
  const stored = (id: string, email: string) => ({ id, properties: { email } });

  it('the store tells whose results they are', () => {
    const untold = tellApart(response, batches);
    expect(untold).toMatchObject({ parts: ['untold', 'untold'], unmentioned: [x, y, z] });
    const found = [stored('1', x.id), stored('2', y.id), stored('3', z.id)];
    const parts = tellApartByStore(response, batches, untold, found);
    const ends = parts.map((part, place) =>
      interpret(part as HttpResponse, batches[place]!).settled.map(([{ id }, end]) => [
        id,
        end.kind === 'written' && [end.outcome, end.result.id],
      ]),
    );
    expect(ends).toEqual([
      [[x.id, ['created', '1']]],
      [
        [y.id, ['updated', '2']],
        [z.id, ['updated', '3']],
      ],
    ]);
  });

  it('a batch of which the store lacks one, or has one twice, stays open', () => {
    const untold = tellApart(response, batches);
    const lacking = [stored('1', x.id), stored('2', y.id)];
    expect(tellApartByStore(response, batches, untold, lacking)[1]).toBe('untold');
    const twice = [stored('1', x.id), stored('2', y.id), stored('2', z.id)];
    expect(tellApartByStore(response, batches, untold, twice)[1]).toBe('untold');
    expect(tellApartByStore(response, batches, untold, [])).toEqual(['untold', 'untold']);
  });
});
