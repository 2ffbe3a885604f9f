import { assignTraceIds } from '../../nodes/HubspotBatchUpsert/records/traceIds';
import { writeOf } from './write';

describe('trace ids', () => {
  it('are made unique where the user gave none', () => {
    const { writes } = assignTraceIds(
      ['A', 'B', 'C'].map((id) => writeOf(id, {}, { traceId: '' })),
      'run',
    );
    expect(writes.map(({ traceId }) => traceId)).toEqual(['run-1', 'run-2', 'run-3']);
  });

  it('never repeat one that the user gave', () => {
    const { writes } = assignTraceIds(
      [writeOf('A', {}, { traceId: '' }), writeOf('B', {}, { traceId: 'run-1' })],
      'run',
    );
    expect(writes.map(({ traceId }) => traceId)).toEqual(['run-2', 'run-1']);
  });

  it('stay with the first record that claims them', () => {
    const claims = ['A', 'B', 'C'].map((id) => writeOf(id, {}, { traceId: 'mine' }));
    const { writes, rejected } = assignTraceIds(claims, 'run');
    expect(writes.map(({ id }) => id)).toEqual(['A']);
    expect(rejected.map(({ write, failure }) => [write.id, failure.category])).toEqual([
      ['B', 'DUPLICATE_TRACE_ID'],
      ['C', 'DUPLICATE_TRACE_ID'],
    ]);
  });
});
