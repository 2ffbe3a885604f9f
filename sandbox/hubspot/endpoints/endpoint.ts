import type { Answer } from '../answers/answer';
import type { ScopeNeed } from '../auth/scopes';
import type { Hubspot } from '../hubspotState';

export type ApiVersion = 'v3' | '2026-09';

/** A request, parsed. */
export interface Call {
  method: string;
  /** Without the query. */
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** One operation of the API: where it is, what a token needs for it, and what it does. */
export interface Endpoint {
  operation: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` for parameters. */
  path: string;
  /** Undefined needs no token at all (the OAuth endpoints). */
  needs: ScopeNeed | undefined;
  /** @throws Refusal where the request as a whole is refused. */
  answer(call: Call, hubspot: Hubspot): Answer;
}
