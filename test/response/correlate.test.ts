import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import type { BatchResponse, RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { correlate } from '../../nodes/HubspotBatchUpsert/response/correlate';
import { aboutProperties, duplicateValue, traced as tracedTo } from '../support/refusals';
import { writeOf } from '../support/write';

const writes = ['A', 'B', 'C'].map((id) => writeOf(id));
const response = (results: RecordResult[], errors: object[] = []): BatchResponse => ({
  results,
  errors: errors.map(parseError),
});
const echoed = (id: string): RecordResult => ({ id: `1${id}`, objectWriteTraceId: `trace-${id}` });
const keyed = (sku: string): RecordResult => ({ id: `1${sku}`, properties: { sku } });

function outcomes(given: BatchResponse, of = writes): Record<string, string> {
  const { results, errors, disputed, unmentioned } = correlate(given, of);
  return Object.fromEntries(
    of.map((write) => {
      const error = errors.get(write);
      if (error) return [write.id, `error ${error.category}`];
      const isUnconfirmed = disputed.has(write) || unmentioned.includes(write);
      return [write.id, isUnconfirmed ? 'unconfirmed' : `result ${results.get(write)?.id}`];
    }),
  );
}

describe('results and errors find their records', () => {
  it('by the echoed trace id, whatever the order', () => {
    expect(outcomes(response([echoed('C'), echoed('A'), echoed('B')]))).toEqual({
      A: 'result 1A',
      B: 'result 1B',
      C: 'result 1C',
    });
  });

  it('by the value of idProperty where HubSpot does not echo', () => {
    expect(outcomes(response([keyed('C'), keyed('B'), keyed('A')]))).toEqual({
      A: 'result 1A',
      B: 'result 1B',
      C: 'result 1C',
    });
  });

  it('by the value in another case where no other record could be meant', () => {
    expect(outcomes(response([keyed('a'), keyed(' B ')]))).toEqual({
      A: 'result 1a',
      B: 'result 1 B ',
      C: 'unconfirmed',
    });
  });

  it('but not by another case where two records differ by no more', () => {
    const alike = [writeOf('x'), writeOf('X')];
    expect(outcomes(response([keyed('x ')]), alike)).toEqual({
      x: 'unconfirmed',
      X: 'unconfirmed',
    });
    expect(outcomes(response([keyed('X')]), alike)).toEqual({ x: 'unconfirmed', X: 'unconfirmed' });
    const both = response([keyed('X'), keyed('x')]);
    expect(outcomes(both, alike)).toEqual({ x: 'result 1x', X: 'result 1X' });
  });

  it('by trace ids in the context of an error, one or several', () => {
    const error = { category: 'BAD', context: { objectWriteTraceId: ['trace-A', 'trace-C'] } };
    expect(outcomes(response([echoed('B')], [error]))).toEqual({
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
    const given = response(
      [foreign],
      [{ category: 'BAD', context: { objectWriteTraceId: ['foreign'] } }],
    );
    expect(outcomes(given)).toEqual({ A: 'unconfirmed', B: 'unconfirmed', C: 'unconfirmed' });
    expect(correlate(given, writes).strayErrors).toHaveLength(1);
  });

  it('by what an error is about, and not where it may mean another', () => {
    const duplicate = (value: string) => ({ category: 'BAD', ...duplicateValue('sku', value) });
    expect(outcomes(response([echoed('B')], [duplicate('A')]))).toMatchObject({
      A: 'error BAD',
      C: 'unconfirmed',
    });
    const alike = [writeOf('x'), writeOf('X')];
    expect(outcomes(response([], [duplicate('x')]), alike)).toEqual({
      x: 'unconfirmed',
      X: 'unconfirmed',
    });
  });

  it('by what an error quotes, where the counts tell that all the others have a result', () => {
    const quoting = { category: 'BAD', message: 'Too near to "trace-of-A"' };
    const three = [writeOf('trace-of-A'), writeOf('B'), writeOf('C')];
    expect(outcomes(response([echoed('B'), echoed('C')], [quoting]), three)).toMatchObject({
      'trace-of-A': 'error BAD',
    });
    const given = response([echoed('B')], [quoting]);
    expect(outcomes(given, three)).toMatchObject({ 'trace-of-A': 'unconfirmed', C: 'unconfirmed' });
    expect(correlate(given, three).strayErrors).toEqual([]);
    expect(correlate(response([echoed('B')], [quoting, quoting]), three).strayErrors).toHaveLength(
      1,
    );
  });

  it('and stay unconfirmed where HubSpot reports both', () => {
    const error = { category: 'BAD', context: { objectWriteTraceId: ['trace-A'] } };
    expect(outcomes(response([echoed('A')], [error]))).toMatchObject({ A: 'unconfirmed' });
  });

  it('once, however often a result is repeated', () => {
    expect(outcomes(response([echoed('A'), { ...echoed('A'), id: 'twin' }]))).toMatchObject({
      A: 'result 1A',
    });
  });

  it('once, whatever a repeated result holds', () => {
    const twin = { ...echoed('A'), ...keyed('B') };
    expect(outcomes(response([echoed('A'), twin]))).toEqual({
      A: 'result 1A',
      B: 'unconfirmed',
      C: 'unconfirmed',
    });
    const unechoed = { ...keyed('A'), id: 'twin' };
    expect(outcomes(response([echoed('A'), unechoed]))).toMatchObject({ A: 'result 1A' });
  });
});

describe('errors', () => {
  const traced = (category: string, ...ids: string[]) => ({
    category,
    ...tracedTo(...ids.map((id) => `trace-${id}`)),
  });
  const listed = (...ids: string[]) => ({ category: 'LISTED', context: { ids } });

  it('stray where they name no record, and not where they name one in any way', () => {
    const stray = { category: 'STRAY' };
    const given = response([], [traced('BAD', 'A'), stray, listed('B')]);
    expect(correlate(given, writes).strayErrors).toEqual([parseError(stray)]);
    expect(outcomes(given)).toEqual({ A: 'error BAD', B: 'error LISTED', C: 'unconfirmed' });
  });

  it('are not stray where they repeat what is known of records that have an error already', () => {
    const readOnly = [writeOf('A', { price: '1' }), writeOf('B', { price: '2' }), writeOf('C')];
    const error = { category: 'BAD', ...aboutProperties('READ_ONLY_VALUE', 'price') };
    const found = correlate(response([], [error, error]), readOnly);
    expect([...found.errors.keys()].map(({ id }) => id)).toEqual(['A', 'B']);
    expect(found.strayErrors).toEqual([]);
  });

  it('count once for each record: the first one', () => {
    const given = response([], [traced('FIRST', 'A'), traced('SECOND', 'A', 'B')]);
    expect(outcomes(given)).toEqual({ A: 'error FIRST', B: 'error SECOND', C: 'unconfirmed' });
  });

  it('stand against a result that is known by its key alone', () => {
    expect(outcomes(response([keyed('A')], [traced('BAD', 'A')]))).toMatchObject({
      A: 'error BAD',
    });
  });

  it('without a trace id say nothing against a record that has a result', () => {
    const given = response([echoed('A')], [listed('A')]);
    expect(outcomes(given)).toMatchObject({ A: 'result 1A' });
    expect(correlate(given, writes).strayErrors).toHaveLength(1);
  });
});

describe('records that are known by their record ids', () => {
  const byRecordId = new Target('contacts', 'hs_object_id', undefined);
  const asked = (...ids: string[]) =>
    ids.map((id) => writeOf(id, { city: `of ${id}` }, { target: byRecordId, recordId: id }));
  const result = (id: string, of?: string, city?: string): RecordResult => ({
    ...{ id, properties: { hs_object_id: id, ...(city && { city }) } },
    ...(of && { objectWriteTraceId: `trace-${of}` }),
  });

  it('a result under the id of what a record was merged into is its own by the trace id', () => {
    const given = response([result('500', '1'), result('2', '2')]);
    expect(outcomes(given, asked('1', '2'))).toEqual({ 1: 'result 500', 2: 'result 2' });
  });

  it('and so for two that were merged into one, be it one of them', () => {
    const given = response([result('500', '1'), result('500', '2'), result('500', '500')]);
    expect(outcomes(given, asked('1', '2', '500'))).toEqual({
      ...{ 1: 'result 500', 2: 'result 500', 500: 'result 500' },
    });
  });

  it('a result under the id of another record of the batch is not', () => {
    const swapped = response([result('1', '2'), result('2', '1'), result('3', '3')]);
    expect(outcomes(swapped, asked('1', '2', '3'))).toEqual({
      ...{ 1: 'unconfirmed', 2: 'unconfirmed', 3: 'result 3' },
    });
    const alone = response([result('1', '2')]);
    expect(outcomes(alone, asked('1', '2'))).toEqual({ 1: 'unconfirmed', 2: 'unconfirmed' });
  });

  it('the only one that is left is a record’s by the counts', () => {
    expect(outcomes(response([result('500'), result('2')]), asked('1', '2'))).toEqual({
      ...{ 1: 'result 500', 2: 'result 2' },
    });
  });

  it('of several the values tell whose they are', () => {
    const given = response([result('600', undefined, 'of 2'), result('500', undefined, 'of 1')]);
    expect(outcomes(given, asked('1', '2'))).toEqual({ 1: 'result 500', 2: 'result 600' });
  });

  it('one result for two proves nothing of either', () => {
    expect(outcomes(response([result('500')]), asked('1', '2'))).toEqual({
      ...{ 1: 'unconfirmed', 2: 'unconfirmed' },
    });
  });
});
