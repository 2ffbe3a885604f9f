import fc from 'fast-check';
import type { FaultAction, FaultMatch, FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import {
  at,
  brokenAnswer,
  brokenWire,
  omission,
  order,
  rateLimited,
  refusal,
  rhythm,
  seldom,
  stop,
  transientStatus,
} from '../cases/faultScripts';

const WRITE = /\/batch\/(?:upsert|create|update)$/;
const LOOK_UP = /\/(?:batch\/read|search)$/;

/** The write comes in after the node has read, or written again, or never while it runs. */
const late: fc.Arbitrary<FaultAction[]> = fc
  .tuple(
    fc.constantFrom<FaultMatch | undefined>(
      ...[
        { path: LOOK_UP, nth: 1 },
        { path: LOOK_UP, nth: 3 },
        { path: WRITE, nth: 1 },
      ],
      undefined,
    ),
    fc.constantFrom<FaultAction[]>([], [{ kind: 'reset' }], [{ kind: 'status', status: 502 }]),
  )
  .map(([until, ends]) => [{ kind: 'lateWrite', until }, ...ends]);

/** Statuses by which HubSpot says that nothing was done: after the write they would be false. */
const NOT_DONE = [400, 409, 413, 414, 418, 422, 423, 477, 521, 522, 523, 525, 526];

function isTrue(action: FaultAction): boolean {
  return !(action.kind === 'status' && action.when === 'after' && NOT_DONE.includes(action.status));
}

/** A 404 says that none of the records is there; in other letters a key is not found. */
function isWithheld(action: FaultAction): boolean {
  return !(action.kind === 'invalidUtf8' || (action.kind === 'status' && action.status === 404));
}

const lie = fc.oneof(
  { weight: 6, arbitrary: omission },
  { weight: 1, arbitrary: fc.constant<FaultAction>({ kind: 'silentNoop' }) },
);

/**
 * Faults of writes in any rhythm. What reading brings may be withheld, but tells nothing false: there is
 * nothing else to go by.
 */
export const choicesFaults: fc.Arbitrary<FaultOrder[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: order(transientStatus.filter(isTrue), at(WRITE, rhythm)) },
    { weight: 1, arbitrary: order(rateLimited, at(WRITE, seldom)) },
    { weight: 1, arbitrary: order(stop, at(WRITE, rhythm)) },
    { weight: 2, arbitrary: order(refusal.filter(isTrue), at(WRITE, rhythm)) },
    { weight: 4, arbitrary: order(brokenWire, at(WRITE, seldom)) },
    { weight: 3, arbitrary: order(brokenAnswer, at(WRITE, seldom)) },
    { weight: 4, arbitrary: order(late, at(WRITE, seldom)) },
    { weight: 3, arbitrary: order(lie, at(WRITE, rhythm)) },
    { weight: 2, arbitrary: order(transientStatus, at(LOOK_UP, rhythm)) },
    { weight: 1, arbitrary: order(rateLimited, at(LOOK_UP, seldom)) },
    {
      weight: 1,
      arbitrary: order(
        fc.oneof(refusal, brokenWire, brokenAnswer, stop).filter(isWithheld),
        at(LOOK_UP, seldom),
      ),
    },
  ),
  { minLength: 1, maxLength: 3 },
);
