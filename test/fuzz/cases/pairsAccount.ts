import fc from 'fast-check';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { otherTypesOf, ownLabels } from './otherRecords';
import type { Target } from './target';

/** HubSpot's ways with associations that differ between accounts and versions, or are not known. */
export interface PairsAccount {
  naming: SandboxOptions['pairNaming'];
  errorStatus: 200 | 207;
  equalErrors: SandboxOptions['equalPairErrors'];
  hasNumbersForIds: boolean;
  /** What refuses a whole request. */
  refuseAllFor: SandboxOptions['refuseAllPairsFor'];
  /** Pairs that a request may have. */
  mostPairs: number;
  /** The most records that another one, or one of the case, may be associated with, by type. */
  limits: { ofOthers?: number; ofOwn?: number };
  isPermissionMissing: boolean;
  /** Associations of a record in a page. */
  pageSize: number;
  defaultStands: SandboxOptions['defaultLabelStands'];
  /** Records that the first one of each other type is associated with before the run. */
  linkedBefore: number;
}

export const pairsAccount: fc.Arbitrary<PairsAccount> = fc.record({
  naming: fc.constantFrom('asRecorded', 'ends', 'sentence', 'nothing'),
  errorStatus: fc.constantFrom(200, 207),
  equalErrors: fc.constantFrom('each', 'once'),
  hasNumbersForIds: fc.boolean(),
  refuseAllFor: fc.constantFrom<PairsAccount['refuseAllFor']>(
    ...([['wrongType'], ['wrongType'], [], ['itself'], ['limit'], ['wrongType', 'limit']] as const),
  ),
  mostPairs: fc.constantFrom(2_000, 100, 100, 20, 7, 1),
  limits: fc.constantFrom<PairsAccount['limits']>(
    ...[{}, {}, {}, { ofOthers: 1 }, { ofOthers: 3 }, { ofOwn: 1 }, { ofOthers: 4, ofOwn: 2 }],
  ),
  isPermissionMissing: fc.constantFrom(...Array<boolean>(14).fill(false), true),
  pageSize: fc.constantFrom(500, 500, 2, 1),
  defaultStands: fc.constantFrom('first', 'last'),
  linkedBefore: fc.constantFrom(0, 0, 1, 3),
});

export function pairsOptionsOf(
  given: PairsAccount,
  target: Pick<Target, 'objectType'>,
): Partial<SandboxOptions> {
  const { limits } = given;
  return {
    associationLabels: ownLabels(target),
    pairNaming: given.naming,
    associationErrorStatus: given.errorStatus,
    equalPairErrors: given.equalErrors,
    numericAssociationIds: given.hasNumbersForIds,
    refuseAllPairsFor: given.refuseAllFor,
    associationBatchLimit: given.mostPairs,
    associationsPageSize: given.pageSize,
    defaultLabelStands: given.defaultStands,
    editAssociationsMissingIn: given.isPermissionMissing ? ['v3', '2026-09'] : [],
    associationLimits: otherTypesOf(target).flatMap(({ objectType }) => {
      const [own, other] = [target.objectType, objectType];
      // Between records of one type a limit is either's.
      if (own === other) return [];
      const { ofOthers, ofOwn } = limits;
      return [
        ...(ofOthers === undefined ? [] : [{ from: other, to: own, most: ofOthers }]),
        ...(ofOwn === undefined ? [] : [{ from: own, to: other, most: ofOwn }]),
      ];
    }),
  };
}
