import { TraceIds } from '../../nodes/HubspotBatchUpsert/prepare/traceIds';

/** What each of the trace ids given, of a record each, becomes; empty is none. */
function assigned(...given: string[]) {
  const traceIds = new TraceIds('run', new Set(given));
  return given.map((traceId) => traceIds.next(traceId, {}));
}

describe('trace ids', () => {
  it('are made unique where the user gave none', () => {
    expect(assigned('', '', '')).toEqual(['run-1', 'run-2', 'run-3']);
  });

  it('never repeat one that the user gives, even later', () => {
    expect(assigned('', 'run-1')).toEqual(['run-2', 'run-1']);
  });

  it('stay with the first record that claims them', () => {
    expect(assigned('mine', 'mine', 'mine')).toMatchObject([
      'mine',
      { category: 'DUPLICATE_TRACE_ID', value: 'mine' },
      { category: 'DUPLICATE_TRACE_ID', value: 'mine' },
    ]);
  });

  it('stand for each write of one record', () => {
    const traceIds = new TraceIds('run', new Set(['mine']));
    const [one, other] = [{}, {}];
    expect(traceIds.next('mine', one)).toBe('mine');
    expect(traceIds.next('mine', other)).toMatchObject({ category: 'DUPLICATE_TRACE_ID' });
    expect(traceIds.next('mine', one)).toBe('mine');
    expect(traceIds.next('', one)).toBe('run-1');
  });

  it('that are claimed twice are refused with what to fix', () => {
    expect(assigned('mine', 'mine')[1]).toMatchObject({
      message:
        'The trace ID "mine" stands for more than one record of this run: make it unique, or leave the option Object Write Trace ID empty',
    });
  });
});
