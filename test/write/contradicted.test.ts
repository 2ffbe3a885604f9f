import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { NOTHING } from '../../nodes/HubspotBatchUpsert/response/interpret';
import { takeContradicted } from '../../nodes/HubspotBatchUpsert/write/contradicted';
import { writeOf } from '../support/write';

const conflict = ownFailure('INVALID_VALUE', 'exists', { httpStatus: 409 });
const invalid = ownFailure('INVALID_VALUE', 'no number', { httpStatus: 400 });
const written = { kind: 'written', outcome: 'created', result: {} } as const;

it('a record that HubSpot’s store is otherwise for is open again, and no other', () => {
  const [exists, wrong, made, perhaps] = ['A', 'B', 'C', 'D'].map((id) =>
    writeOf(id, {}, { operation: 'create', recordId: '7' }),
  );
  perhaps!.mayBeWritten = true;
  const others = [
    [wrong!, invalid],
    [made!, written],
    [perhaps!, conflict],
  ] as const;
  const settled = [[exists!, conflict] as const, ...others].map(([write, outcome]) => {
    return [write, outcome] as [typeof write, typeof outcome];
  });
  const { interpretation, contradicted } = takeContradicted(
    { ...NOTHING, settled },
    'create',
    false,
  );
  expect(contradicted).toEqual([exists]);
  expect(interpretation.settled).toEqual(others);
  expect(exists).toMatchObject({ operation: undefined, recordId: undefined, refusal: conflict });
  expect(exists!.contradictions).toEqual([
    { operation: 'create', recordId: '7', failure: conflict, isShared: false },
  ]);
  for (const write of [wrong!, made!, perhaps!]) {
    expect(write).toMatchObject({ operation: 'create', recordId: '7' });
    expect(write.contradictions).toBeUndefined();
  }
});

it('what was said against each way is kept', () => {
  const missing = ownFailure('INVALID_VALUE', 'gone', { httpStatus: 404 });
  const before = { operation: 'create', failure: conflict, isShared: false } as const;
  const write = writeOf('A', {}, { operation: 'update', contradictions: [before] });
  takeContradicted({ ...NOTHING, settled: [[write, missing]] }, 'update', true);
  expect(write.contradictions).toEqual([
    before,
    { operation: 'update', failure: missing, isShared: true },
  ]);
});
