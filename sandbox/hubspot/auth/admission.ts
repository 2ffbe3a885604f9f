import type { Answer } from '../answers/answer';
import { expiredAuthentication, invalidAuthentication } from '../answers/errors';
import { missingScopes, wantsAll } from '../answers/forbidden';
import type { Call, Endpoint } from '../endpoints/endpoint';
import type { Hubspot } from '../hubspotState';
import { throttle } from '../limits/throttle';
import { scopesFor } from './scopes';
import type { ScopeNeed } from './scopes';
import type { TokenInfo } from './tokens';

/** Whether a request gets in: refused with an answer, or not; rate-limit headers go with both. */
export interface Admission {
  tokenLabel: string | null;
  headers: Record<string, string>;
  refusal: Answer | null;
}

/**
 * Looks at the token, then counts the request against its limits, then asks for its scopes.
 *
 * @param authorization The request's header of that name.
 */
export function admit(
  endpoint: Endpoint,
  call: Call,
  authorization: string | undefined,
  hubspot: Hubspot,
): Admission {
  if (endpoint.needs === undefined) return { tokenLabel: null, headers: {}, refusal: null };

  const token = hubspot.tokens.find(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '');
  if (token === undefined) {
    return { tokenLabel: null, headers: {}, refusal: invalidAuthentication() };
  }
  const admitted = { tokenLabel: token.label, headers: {}, refusal: null };
  const now = hubspot.options.now();
  if (token.expiresAt !== undefined && token.expiresAt <= now) {
    return { ...admitted, refusal: expiredAuthentication(token.expiresAt, now) };
  }
  const { headers, refusal } = throttle(endpoint.operation, token.meter, hubspot);
  const needs = sensitive(endpoint.needs, call);
  return { ...admitted, headers, refusal: refusal ?? scopeRefusal(needs, call, token, hubspot) };
}

function sensitive(need: ScopeNeed, { query }: Call): ScopeNeed {
  const asksSensitive = (query.dataSensitivity ?? 'non_sensitive') !== 'non_sensitive';
  return need === 'readProperties' && asksSensitive ? 'readSensitiveProperties' : need;
}

/** Associations need the scopes of both object types; one after the other is asked for. */
function scopeRefusal(
  need: ScopeNeed,
  { params }: Call,
  token: TokenInfo,
  { crm, options }: Hubspot,
): Answer | null {
  const objectType = params.objectType ?? params.fromObjectType ?? '';
  const objectTypes = [objectType, params.toObjectType ?? objectType];
  for (const type of objectTypes.map((spelling) => crm.table(spelling)?.type)) {
    const scopes = scopesFor(need, type);
    const missing = scopes.filter((scope) => !token.scopes.has(scope));
    const isGranted =
      missing.length === 0 ||
      (missing.length < scopes.length && !wantsAll(options.missingScopesShape));
    if (!isGranted) return missingScopes(scopes, options.missingScopesShape);
  }
  return null;
}
