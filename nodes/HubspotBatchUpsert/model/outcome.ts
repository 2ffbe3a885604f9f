import type { ErrorDetail, RecordResult } from '../hubspot/types';

/** What became of a record. */
export type Outcome = Written | LeftAlone | Foreseen | Failure;

export interface Written {
  kind: 'written';
  /** `written` where only a read-back showed that HubSpot holds what was sent. */
  outcome: 'created' | 'updated' | 'written';
  result: RecordResult;
}

/** Not written, since what the user chose leaves nothing to write. */
export interface LeftAlone {
  kind: 'leftAlone';
  outcome: 'unchanged' | 'skipped';
  /** Why it was skipped. */
  reason?: 'exists' | 'missing';
  /** What HubSpot holds; empty where it holds nothing. */
  result: RecordResult;
}

/** What a run would do with it that is not a dry one. */
export interface Foreseen {
  kind: 'foreseen';
  outcome: 'wouldCreate' | 'wouldUpdate';
  /** What HubSpot holds; empty where it holds nothing. */
  result: RecordResult;
}

/** Where in the node an item failed. */
type Stage = 'validate' | 'read' | 'upsert' | 'associate';

/** The categories that the node itself gives; every other one is HubSpot's own. */
export type OwnCategory =
  | 'MISSING_ID'
  | 'DUPLICATE_ID'
  | 'DUPLICATE_TRACE_ID'
  | 'UNKNOWN_PROPERTY'
  | 'INVALID_VALUE'
  | 'NO_OUTCOME'
  | 'TIMEOUT'
  | 'NETWORK'
  | 'NOT_ATTEMPTED'
  | 'AMBIGUOUS_ID'
  | 'RECORD_NOT_FOUND';

export interface Failure {
  kind: 'failure';
  category: string;
  code: string | null;
  /** What to fix, for somebody who has never seen HubSpot's API. */
  message: string;
  property: string | null;
  value: unknown;
  httpStatus: number | null;
  correlationId: string | null;
  subCategory: unknown;
  context: Record<string, unknown> | null;
  errors: ErrorDetail[] | null;
  /** Would the same item pass later, unchanged? */
  retryable: boolean;
  /** Was it sent? */
  attempted: boolean;
  stage: Stage;
  /** Values that HubSpot objects to by the names of their properties. */
  refusedValues?: readonly RefusedValue[];
}

interface RefusedValue {
  property: string;
  reason: string;
}

/** Is it a failure, and not what was to be made? */
export function isFailure<Made extends object>(made: Made | Failure): made is Failure {
  return 'kind' in made && made.kind === 'failure';
}

/** A failure that the node found by itself, before anything was sent unless `facts` say otherwise. */
export function ownFailure(
  category: OwnCategory,
  message: string,
  facts: Partial<Omit<Failure, 'kind' | 'category' | 'message'>> = {},
): Failure {
  return {
    kind: 'failure',
    category,
    code: null,
    message,
    property: null,
    value: null,
    httpStatus: null,
    correlationId: null,
    subCategory: null,
    context: null,
    errors: null,
    retryable: false,
    attempted: false,
    stage: 'validate',
    ...facts,
  };
}
