import type { BatchResponse, RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { correlate } from '../../nodes/HubspotBatchUpsert/response/correlate';
import { writeOf } from '../support/write';

const writes = ['A', 'B', 'C'].map((id) => writeOf(id));
const answer = (results: RecordResult[], errors: BatchResponse['errors'] = []): BatchResponse => ({
  results,
  errors,
});
const echoed = (id: string): RecordResult => ({ id: `1${id}`, objectWriteTraceId: `trace-${id}` });
const keyed = (sku: string): RecordResult => ({ id: `1${sku}`, properties: { sku } });

function told(given: BatchResponse, of = writes): Record<string, string> {
  const { results, errors, open } = correlate(given, of);
  return Object.fromEntries(
    of.map((write) => {
      const error = errors.get(write);
      const fate = error ? `error ${error.category}` : open.includes(write) ? 'open' : undefined;
      return [write.id, fate ?? `result ${results.get(write)?.id}`];
    }),
  );
}

describe('results and errors find their records', () => {
  it('by the echoed trace id, whatever the order', () => {
    expect(told(answer([echoed('C'), echoed('A'), echoed('B')]))).toEqual({
      A: 'result 1A',
      B: 'result 1B',
      C: 'result 1C',
    });
  });

  it('by the value of idProperty where HubSpot does not echo', () => {
    expect(told(answer([keyed('C'), keyed('B'), keyed('A')]))).toEqual({
      A: 'result 1A',
      B: 'result 1B',
      C: 'result 1C',
    });
  });

  it('by the value in another case where no other record could be meant', () => {
    expect(told(answer([keyed('a'), keyed(' B ')]))).toEqual({
      A: 'result 1a',
      B: 'result 1 B ',
      C: 'open',
    });
  });

  it('but not by another case where two records differ by no more', () => {
    const alike = [writeOf('x'), writeOf('X')];
    expect(told(answer([keyed('x ')]), alike)).toEqual({ x: 'open', X: 'open' });
    expect(told(answer([keyed('X')]), alike)).toEqual({ x: 'open', X: 'open' });
    const both = answer([keyed('X'), keyed('x')]);
    expect(told(both, alike)).toEqual({ x: 'result 1x', X: 'result 1X' });
  });

  it('by trace ids in the context of an error, one or several', () => {
    const error = { category: 'BAD', context: { objectWriteTraceId: ['trace-A', 'trace-C'] } };
    expect(told(answer([echoed('B')], [error]))).toEqual({
      A: 'error BAD',
      B: 'result 1B',
      C: 'error BAD',
    });
  });

  it('and stay unconfirmed where nothing names them', () => {
    const foreign: RecordResult = {
      id: '9',
      objectWriteTraceId: 'foreign',
      properties: { sku: 'Z' },
    };
    const given = answer(
      [foreign],
      [{ category: 'BAD', context: { objectWriteTraceId: ['foreign'] } }],
    );
    expect(told(given)).toEqual({ A: 'open', B: 'open', C: 'open' });
    expect(correlate(given, writes).strayErrors).toHaveLength(1);
  });

  it('by the value that an error is about, and not where it may mean another', () => {
    const taken = (value: string) => ({
      category: 'BAD',
      message: `Cannot set PropertyValueCoordinates{propertyName=sku, value=${value}} on 1. 2 already has that value.`,
    });
    expect(told(answer([echoed('B')], [taken('A')]))).toMatchObject({ A: 'error BAD', C: 'open' });
    const alike = [writeOf('x'), writeOf('X')];
    expect(told(answer([], [taken('x')]), alike)).toEqual({ x: 'open', X: 'open' });
  });

  it('and stay unconfirmed where HubSpot reports both', () => {
    const error = { category: 'BAD', context: { objectWriteTraceId: ['trace-A'] } };
    expect(told(answer([echoed('A')], [error]))).toMatchObject({ A: 'open' });
  });

  it('once, however often a result is repeated', () => {
    expect(told(answer([echoed('A'), { ...echoed('A'), id: 'twin' }]))).toMatchObject({
      A: 'result 1A',
    });
  });

  it('once, whatever a repeated result holds', () => {
    const twin = { ...echoed('A'), ...keyed('B') };
    expect(told(answer([echoed('A'), twin]))).toEqual({ A: 'result 1A', B: 'open', C: 'open' });
    const unechoed = { ...keyed('A'), id: 'twin' };
    expect(told(answer([echoed('A'), unechoed]))).toMatchObject({ A: 'result 1A' });
  });
});

describe('errors', () => {
  const traced = (category: string, ...ids: string[]) => ({
    category,
    context: { objectWriteTraceId: ids.map((id) => `trace-${id}`) },
  });
  const listed = (...ids: string[]) => ({ category: 'LISTED', context: { ids } });

  it('stray where they name no record, and not where they name one in any way', () => {
    const stray = { category: 'STRAY' };
    const given = answer([], [traced('BAD', 'A'), stray, listed('B')]);
    expect(correlate(given, writes).strayErrors).toEqual([stray]);
    expect(told(given)).toEqual({ A: 'error BAD', B: 'error LISTED', C: 'open' });
  });

  it('count once for each record: the first one', () => {
    const given = answer([], [traced('FIRST', 'A'), traced('SECOND', 'A', 'B')]);
    expect(told(given)).toEqual({ A: 'error FIRST', B: 'error SECOND', C: 'open' });
  });

  it('stand against a result that is known by its key alone', () => {
    expect(told(answer([keyed('A')], [traced('BAD', 'A')]))).toMatchObject({ A: 'error BAD' });
  });

  it('without a trace id say nothing against a record that has a result', () => {
    const given = answer([echoed('A')], [listed('A')]);
    expect(told(given)).toMatchObject({ A: 'result 1A' });
    expect(correlate(given, writes).strayErrors).toHaveLength(1);
  });
});
