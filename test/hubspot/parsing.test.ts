import {
  contextTexts,
  parseBatchResponse,
  parseError,
  parseResults,
  traceIdsIn,
} from '../../nodes/HubspotBatchUpsert/hubspot/parsing';

it.each([undefined, null, 'text', 5, []])('%j is no answer to a batch', (json) => {
  expect(parseBatchResponse(json)).toBeUndefined();
});

it('of a batch answer only what has the right form is taken', () => {
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

it('every field of an error may be missing or of another type', () => {
  expect(parseError('oops')).toEqual({});
  expect(parseError({ category: 5, message: null, context: [], errors: 'x' })).toEqual({
    status: undefined,
    category: undefined,
    errorType: undefined,
    policyName: undefined,
    correlationId: undefined,
    message: undefined,
    subCategory: undefined,
    context: undefined,
    errors: undefined,
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
    errorType: 'T',
    policyName: 'P',
    correlationId: 'I',
    message: 'M',
    subCategory: 'S',
    context: { a: ['b'] },
    errors: [{ message: 'm', code: 'c', in: 'i', subCategory: 's', context: { d: ['e'] } }],
  });
});

it('texts of a context are read from a list or alone, and never from what objects inherit', () => {
  expect(contextTexts({ ids: ['a', 5, null, {}] }, 'ids')).toEqual(['a', '5']);
  expect(contextTexts({ ids: 'a' }, 'ids')).toEqual(['a']);
  expect(contextTexts({}, 'constructor')).toEqual([]);
  expect(contextTexts(undefined, 'ids')).toEqual([]);
});

it('results of a list are taken where they are objects', () => {
  expect(parseResults({ results: [{ name: 'a' }, 5, null, ['x'], {}] })).toEqual([
    { name: 'a' },
    {},
  ]);
  expect(parseResults('x')).toEqual([]);
});

it('trace ids are read from an error and from its details', () => {
  const naming = (...ids: string[]) => ({ context: { objectWriteTraceId: ids } });
  expect(traceIdsIn({ ...naming('a'), errors: [naming('b', 'c'), {}] })).toEqual(['a', 'b', 'c']);
  expect(traceIdsIn({ errors: [{ context: { other: ['a'] } }] })).toEqual([]);
  expect(traceIdsIn({})).toEqual([]);
});
