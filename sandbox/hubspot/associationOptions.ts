import type { AssociationLimit, AssociationProblem } from './crm/associationPlan';
import type { LabelDraft } from './crm/associationTypes';
import type { ApiVersion } from './endpoints/endpoint';

/**
 * How an error of one pair says which one it means. `asRecorded`: an id that is none in `context.id`,
 * other ids in `context.ids`, "cannot be associated to itself" in its sentence alone. `ends`: both ids,
 * in `context.fromObjectId` and `toObjectId`. `sentence`: ids in the message alone. `nothing`: no id.
 */
type PairNaming = 'asRecorded' | 'ends' | 'sentence' | 'nothing';

/**
 * How a record that is not there is told: as an id that is none (recorded for text), as
 * OBJECT_NOT_FOUND, or as INVALID_OBJECT_IDS (HubSpot/hubspot-api-nodejs issue 646).
 */
type MissingEndWording = 'invalidIdentifier' | 'notFound' | 'invalidObjectIds';

/** A label of the account's, and the object types that it stands between. */
interface AssociationLabel extends LabelDraft {
  from: string;
  to: string;
}

/** How a sandbox behaves when records are associated. `v3` are the paths of v4 associations. */
export interface AssociationOptions {
  /** More of them: `store.associations.addLabel`. */
  associationLabels: readonly AssociationLabel[];
  /** Where the default association stands in a list of labels; it was seen in the middle, too. */
  defaultLabelStands: 'first' | 'last';
  /** Pairs in one request. HubSpot documents 2,000; others report 100. */
  associationBatchLimit: number;
  /** Records in one batch/read of associations (HubSpot's changelog, 2025-02). */
  associationReadLimit: number;
  /** Associations of a record in one page of a batch/read. */
  associationsPageSize: number;
  /** The most records of one type that a record may be associated with; HubSpot's admins set them. */
  associationLimits: readonly AssociationLimit[];
  /** Versions that miss the user's permission to edit associations; 2026-09 looks for it. */
  editAssociationsMissingIn: readonly ApiVersion[];
  /**
   * Status of an answer with `errors`. 207 was recorded of 2026-03; the OpenAPI files declare 200 alone
   * for the dated version, and for default associations of v4.
   */
  associationErrorStatus: 200 | 207 | Record<ApiVersion, 200 | 207>;
  pairNaming: PairNaming;
  /** Whether pairs that would be told the same are told it once. */
  equalPairErrors: 'each' | 'once';
  missingEndWording: MissingEndWording;
  /** Problems of one pair that refuse the whole batch with a 400. */
  refuseAllPairsFor: readonly AssociationProblem['kind'][];
  /** By which id an answer tells of a record that was asked for by the id that it had before it was merged. */
  mergedEndToldBy: 'idAsked' | 'idNow';
  /** Whether ids of records are numbers where HubSpot's files declare text, as its docs show them. */
  numericAssociationIds: boolean;
}

export const DEFAULT_ASSOCIATION_OPTIONS: AssociationOptions = {
  associationLabels: [],
  defaultLabelStands: 'first',
  associationBatchLimit: 2000,
  associationReadLimit: 1000,
  associationsPageSize: 500,
  associationLimits: [],
  editAssociationsMissingIn: [],
  associationErrorStatus: 207,
  pairNaming: 'asRecorded',
  equalPairErrors: 'each',
  missingEndWording: 'invalidIdentifier',
  refuseAllPairsFor: ['wrongType'],
  mergedEndToldBy: 'idNow',
  numericAssociationIds: false,
};
