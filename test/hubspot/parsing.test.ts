import {
  NO_ERROR,
  parseBatchResponse,
  parseError,
  parseResults,
  traceIdsIn,
} from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import { notValid, traced } from '../support/refusals';

it.each([undefined, null, 'text', 5, []])('%j is no response to a batch', (json) => {
  expect(parseBatchResponse(json)).toBeUndefined();
});

it('of a batch response only what has the right form is taken', () => {
  const json = { status: 5, results: [{ id: '1' }, 'x', null], errors: [{ category: 'A' }, 7] };
  expect(parseBatchResponse(json)).toMatchObject({
    status: undefined,
    results: [{ id: '1' }],
    errors: [{ category: 'A' }],
  });
  expect(parseBatchResponse({ status: 'COMPLETE', results: 'x' })).toEqual({
    status: 'COMPLETE',
    results: [],
    errors: [],
  });
});

it('errors may be texts, or one object instead of a list, in a batch as in a refusal', () => {
  const batch = (errors: unknown) => parseBatchResponse({ results: [], errors })?.errors;
  expect(batch(['no', { category: 'A' }])).toMatchObject([{ message: 'no' }, { category: 'A' }]);
  expect(batch({ message: 'no' })).toMatchObject([{ message: 'no' }]);
  expect(batch('none')).toEqual([]);
  expect(parseError({ errors: ['no'] }).errors).toMatchObject([{ message: 'no' }]);
  expect(parseError({ errors: { code: 'C' } }).errors).toMatchObject([{ code: 'C' }]);
  expect(parseError({ errors: [] }).errors).toEqual([]);
});

it.each<[unknown, unknown]>([
  ['true', true],
  ['TRUE', true],
  ['false', false],
  ['', false],
  [true, true],
  [false, false],
  [undefined, undefined],
])('%j tells whether a record is new: %j', (given, isNew) => {
  expect(parseBatchResponse({ results: [{ new: given }] })?.results[0]?.new).toBe(isNew);
});

it('every field of an error may be missing or of another type', () => {
  expect(parseError('oops')).toEqual(NO_ERROR);
  expect(NO_ERROR).toEqual({ propertyErrors: [] });
  expect(parseError({ category: 5, message: null, context: [], errors: 'x' })).toEqual({
    status: undefined,
    category: undefined,
    policyName: undefined,
    correlationId: undefined,
    message: undefined,
    subCategory: undefined,
    context: undefined,
    errors: undefined,
    propertyErrors: [],
  });
  expect(
    parseError({
      status: 'error',
      category: 'C',
      errorType: 'T',
      policyName: 'P',
      correlationId: 'I',
      message: 'M',
      subCategory: 'S',
      context: { a: ['b'] },
      errors: [{ message: 'm', code: 'c', in: 'i', subCategory: 's', context: { d: ['e'] } }, 5],
    }),
  ).toEqual({
    status: 'error',
    category: 'C',
    policyName: 'P',
    correlationId: 'I',
    message: 'M',
    subCategory: 'S',
    context: { a: ['b'] },
    errors: [{ message: 'm', code: 'c', in: 'i', subCategory: 's', context: { d: ['e'] } }],
    propertyErrors: [{ property: 'i', about: 'record', code: 'c', message: 'm' }],
  });
});

it('what an error says of properties is read with it, from its message and its details', () => {
  const details = [{ code: 'INVALID_OPTION', context: { propertyName: ['tint'] } }];
  const error = { ...notValid({ name: 'price', error: 'INVALID_INTEGER' }), errors: details };
  const propertyErrors = [
    { property: 'price', code: 'INVALID_INTEGER' },
    { property: 'tint', code: 'INVALID_OPTION' },
  ];
  expect(parseError(error)).toMatchObject({ propertyErrors });
  expect(parseBatchResponse({ errors: [error] })).toMatchObject({ errors: [{ propertyErrors }] });
});

it('results of a list are taken where they are objects', () => {
  expect(parseResults({ results: [{ name: 'a' }, 5, null, ['x'], {}] })).toEqual([
    { name: 'a' },
    {},
  ]);
  expect(parseResults('x')).toEqual([]);
});

it('trace ids are read from an error and from its details', () => {
  expect(traceIdsIn(parseError({ ...traced('a'), errors: [traced('b', 'c'), {}] }))).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(traceIdsIn(parseError({ errors: [{ context: { other: ['a'] } }] }))).toEqual([]);
  expect(traceIdsIn(NO_ERROR)).toEqual([]);
});

describe('an entry that says in its details what is wrong with each of several records', () => {
  const detail = (id: string) => ({ ...traced(id), message: `${id} is wrong` });
  const told = (entry: object) =>
    (parseBatchResponse({ errors: [entry] })?.errors ?? []).map((error) => [
      ...traceIdsIn(error),
      error.message,
    ]);

  it('keeps the records that it names besides', () => {
    const entry = { message: 'no', ...traced('a', 'b', 'c'), errors: [detail('a'), detail('b')] };
    expect(told(entry)).toEqual([
      ['a', 'a', 'a is wrong'],
      ['b', 'b', 'b is wrong'],
      ['c', 'no'],
    ]);
  });

  it('says of none what is wrong with another one', () => {
    const errors = [detail('a'), detail('b')];
    const whatIsTold = [
      ['a', 'a', 'a is wrong'],
      ['b', 'b', 'b is wrong'],
    ];
    expect(told({ objectWriteTraceId: ['a', 'b'], errors })).toEqual(whatIsTold);
    expect(told({ message: 'no', ...traced('a', 'b'), errors: [detail('a')] })).toEqual([
      ['a', 'a', 'a is wrong'],
      ['b', 'no'],
    ]);
  });

  it('may name it in a list that was made text', () => {
    const errors = [
      { context: { objectWriteTraceId: '[a]' }, message: 'a is wrong' },
      { context: { objectWriteTraceId: '[b]' }, message: 'b is wrong' },
    ];
    expect(told({ errors })).toEqual([
      ['[a]', '[a]', 'a is wrong'],
      ['[b]', '[b]', 'b is wrong'],
    ]);
  });

  it('is read at once, however many there are', () => {
    const errors = Array.from({ length: 5_000 }, (_, index) => detail(`trace-${index}`));
    expect(told({ message: 'no', errors })).toHaveLength(1);
  });
});
