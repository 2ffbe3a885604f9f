import {
  NOTHING,
  readBackFirst,
  type Interpretation,
} from '../../nodes/HubspotBatchUpsert/response/interpret';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { writeOf } from '../support/write';

const refused = writeOf('refused');
const perhaps = writeOf('perhaps written', {}, { mayBeWritten: true });
const written = writeOf('written', {}, { mayBeWritten: true });
const unmentioned = writeOf('unmentioned', {}, { mayBeWritten: true });

const failure = ownFailure('INVALID_VALUE', 'no');
const outcome = { kind: 'written', outcome: 'updated', result: {} } as const;

it('a failure does not stand before HubSpot is asked for a record that it may have written', () => {
  const interpretation: Interpretation = {
    ...NOTHING,
    settled: [
      [refused, failure],
      [perhaps, failure],
      [written, outcome],
    ],
    unconfirmed: [[unmentioned, failure]],
  };
  expect(readBackFirst(interpretation)).toMatchObject({
    settled: [
      [refused, failure],
      [written, outcome],
    ],
    unconfirmed: [
      [unmentioned, failure],
      [perhaps, failure],
    ],
  });
  expect(interpretation.unconfirmed).toHaveLength(1);
});

it('whatever is to be sent again is not read back, and stays as it was interpreted', () => {
  const interpretation: Interpretation = {
    ...NOTHING,
    resend: [[written]],
    toBisect: [perhaps],
    pendingErrors: [[perhaps, failure]],
    isRefused: true,
  };
  const before = { ...interpretation };
  expect(readBackFirst(interpretation)).toMatchObject({ settled: [], unconfirmed: [] });
  expect(interpretation).toEqual(before);
});
