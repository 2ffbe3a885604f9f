import { redact } from './redaction';
import type { HubspotError } from './types';
import { contextTexts } from './untrustedJson';

/** The scopes that an error asks for; HubSpot names them in the details, or in its own context. */
export function requiredScopes(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  const scopes = contexts.flatMap((context) => contextTexts(context, 'requiredGranularScopes'));
  return redact([...new Set(scopes)]);
}
