import type { HubspotError } from '../hubspot/types';
import type { Failure, OwnCategory } from '../model/outcome';

/** Circumstances of a refusal that its body does not tell. */
export interface RefusalFacts {
  httpStatus: number | null;
  retryable: boolean;
  /** Given where HubSpot names no category. */
  fallback: OwnCategory;
  /** Given where HubSpot gives no message. */
  message: string;
}

/** What HubSpot says of itself in an error, as far as items carry it. */
export type SaidError = Pick<
  HubspotError,
  'category' | 'message' | 'correlationId' | 'subCategory' | 'context' | 'errors'
>;

/** The failure that an error means where it is about no property. */
export function toFailure(said: SaidError, facts: RefusalFacts): Failure {
  return {
    kind: 'failure',
    category: said.category ?? facts.fallback,
    code: said.errors?.find(({ code }) => code !== undefined)?.code ?? null,
    message: said.message ?? facts.message,
    property: null,
    value: null,
    httpStatus: facts.httpStatus,
    correlationId: said.correlationId ?? null,
    subCategory: said.subCategory ?? null,
    context: said.context ?? null,
    errors: said.errors ?? null,
    retryable: facts.retryable,
    attempted: true,
    stage: 'upsert',
  };
}
