import fc from 'fast-check';
import type { FaultAction, FaultOrder } from '../../../sandbox/hubspot/faults/fault';
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
  when,
} from './faultScripts';
import { HELD, otherId } from './otherRecords';

const UPSERT = '/batch/upsert';
const ASSOCIATE = /\/associations\/.*\/batch\/(?:associate|create)/;
const READ_PAIRS = /\/associations\/.*\/batch\/read$/;
const FIND_OTHERS = /\/objects\/(?:2026-09\/)?(?:deals|quotes|companies|contacts)\/batch\/read$/;
const LABELS = /\/labels$/;

/** What HubSpot may say of pairs, of all together or of each. */
const SENTENCES = [
  'Object {from} cannot be associated to {to}',
  'One or more associations are invalid',
  'Record {to} is archived',
  'Association between {from} and {to} is not allowed on your plan',
  'Too many associations of 3 records',
  "Missing 'Edit Associations' permission.",
  'DEAL {to} has reached the limit of 50 associated LINE_ITEM records',
  'The maximum number of inputs supported in a batch is 2. Please reduce the number of items',
];

const pairRefusal: fc.Arbitrary<FaultAction> = fc.record({
  kind: fc.constant('refusal' as const),
  message: fc.constantFrom(...SENTENCES),
  per: fc.constantFrom('batch', 'record'),
  status: fc.constantFrom(400, 400, 409, 422),
});

/** Answers that are no HubSpot's, or none at all. What they left out or made up nobody could know. */
const unreadable = fc.oneof(brokenAnswer, brokenWire);

/**
 * Faults of what associations need. Where HubSpot says which records or pairs there are, its word is all
 * there is: such answers are withheld or refused, and tell nothing false.
 */
export const pairFaultScript: fc.Arbitrary<FaultOrder[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: order(transientStatus, at(ASSOCIATE, rhythm)) },
    { weight: 1, arbitrary: order(rateLimited, at(ASSOCIATE, seldom)) },
    { weight: 2, arbitrary: order(stop, at(ASSOCIATE, rhythm)) },
    { weight: 3, arbitrary: order(refusal, at(ASSOCIATE, rhythm)) },
    { weight: 4, arbitrary: order(pairRefusal, at(ASSOCIATE, rhythm)) },
    { weight: 3, arbitrary: order(pairRefusal, containingOneOfOthers()) },
    { weight: 4, arbitrary: order(unreadable, at(ASSOCIATE, seldom)) },
    { weight: 5, arbitrary: order(lies(), at(ASSOCIATE, rhythm)) },
    { weight: 3, arbitrary: order(withheld(), at(READ_PAIRS, rhythm)) },
    { weight: 2, arbitrary: order(withheld().filter(isNoMissing), at(FIND_OTHERS, seldom)) },
    { weight: 1, arbitrary: order(withheld(), at(LABELS, seldom)) },
    { weight: 2, arbitrary: order(fc.oneof(transientStatus, unreadable), at(UPSERT, seldom)) },
  ),
  { minLength: 1, maxLength: 4 },
);

function containingOneOfOthers() {
  const places = Array.from({ length: HELD }, (_, place) => place);
  return fc.constantFrom(...places).map((place) => ({
    path: ASSOCIATE,
    containsId: otherId({ objectType: 'deals' }, place),
  }));
}

function lies(): fc.Arbitrary<FaultAction[]> {
  const silence = fc.constant<FaultAction>({ kind: 'silentNoop' });
  const lie = fc.oneof({ weight: 6, arbitrary: omission }, { weight: 1, arbitrary: silence });
  return fc.uniqueArray(lie, { minLength: 1, maxLength: 2, selector: ({ kind }) => kind });
}

function withheld(): fc.Arbitrary<FaultAction> {
  return fc.oneof(transientStatus, rateLimited, stop, refusal, unreadable);
}

/** Some versions answer so where none of the records is there. */
function isNoMissing(action: FaultAction): boolean {
  return !(action.kind === 'status' && action.status === 404);
}

/** Faults that no more than `most` attempts of one request meet, and omissions in answers. */
export function transientPairFaults(most: number): fc.Arbitrary<FaultOrder[]> {
  const trouble = order(
    fc.oneof(
      { weight: 4, arbitrary: transientStatus },
      { weight: 1, arbitrary: rateLimited },
      { weight: 1, arbitrary: when.map((when): FaultAction => ({ kind: 'reset', when })) },
    ),
    fc
      .tuple(
        fc.constantFrom(ASSOCIATE, ASSOCIATE, FIND_OTHERS, LABELS),
        fc.integer({ min: 1, max: Math.max(1, most) }),
      )
      .map(([path, times]) => ({ path, times })),
  );
  const incomplete = order(omission, at(ASSOCIATE, rhythm));
  return (most === 0 ? incomplete : fc.oneof(trouble, incomplete)).map((fault) => [fault]);
}
