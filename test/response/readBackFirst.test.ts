import {
  NOTHING,
  readBackFirst,
  type Interpretation,
} from '../../nodes/HubspotBatchUpsert/response/interpret';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { writeOf } from '../support/write';

const refused = writeOf('refused');
const perhaps = writeOf('perhaps written');
const written = writeOf('written');
const open = writeOf('open');

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
    open: [[open, failure]],
  };
  expect(readBackFirst(interpretation, (write) => write !== refused)).toEqual({
    ...NOTHING,
    settled: [
      [refused, failure],
      [written, outcome],
    ],
    open: [
      [open, failure],
      [perhaps, failure],
    ],
  });
  expect(interpretation.open).toHaveLength(1);
});

it('whatever is to be sent again stays as it was interpreted', () => {
  const interpretation: Interpretation = {
    ...NOTHING,
    again: [[written]],
    suspects: [perhaps],
    shared: [[perhaps, failure]],
    isRefused: true,
  };
  expect(readBackFirst(interpretation, () => true)).toEqual(interpretation);
});
