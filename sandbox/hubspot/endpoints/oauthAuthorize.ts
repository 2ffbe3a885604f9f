import { html } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { authorizationFailedPage, consentPage } from '../auth/consentPage';
import type { ConsentRequest } from '../auth/consentPage';
import type { OAuthApp } from '../auth/oauthApp';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import type { Call } from './endpoint';

/** `GET /oauth/authorize`: the consent page, or HubSpot's refusal to show it. */
export function showConsent({ query }: Call, { oauth }: Hubspot): Answer {
  const request = readRequest(query, oauth);
  return 'refusal' in request
    ? html(400, authorizationFailedPage(request.refusal))
    : html(200, consentPage(request));
}

/** `POST /oauth/authorize`: what a click on the page's buttons sends. */
export function decideConsent({ body }: Call, { oauth }: Hubspot): Answer {
  const form = isObject(body) ? body : {};
  const request = readRequest(form, oauth);
  if ('refusal' in request) return html(400, authorizationFailedPage(request.refusal));

  const target = new URL(request.redirectUri);
  if (form.decision === 'allow') {
    const code = oauth.authorizationCode(request.scopes, request.redirectUri);
    target.searchParams.set('code', code);
  } else {
    target.searchParams.set('error', 'access_denied');
    target.searchParams.set('error_description', 'The user denied access to the app');
  }
  if (request.state !== undefined) target.searchParams.set('state', request.state);
  return { ...html(302, ''), headers: { location: target.href } };
}

/** One scope that the app does not have blocks the whole install; an optional one is left out. */
function readRequest(
  fields: Record<string, unknown>,
  oauth: OAuthApp,
): ConsentRequest | { refusal: string } {
  const clientId = textOf(fields.client_id) ?? '';
  const redirectUri = textOf(fields.redirect_uri) ?? '';
  if (clientId !== oauth.clientId) {
    return { refusal: "Couldn't find the app: check the client ID in the install URL." };
  }
  if (!URL.canParse(redirectUri) || !/^https?:/.test(redirectUri)) {
    return { refusal: 'The redirect URL is missing or malformed.' };
  }
  const asked = scopeList(fields.scope);
  const foreign = asked.filter((scope) => !oauth.scopes.includes(scope));
  if (foreign.length > 0) {
    return { refusal: `The app does not have these scopes: ${foreign.join(', ')}` };
  }
  const optional = scopeList(fields.optional_scope).filter((scope) => oauth.scopes.includes(scope));
  const scopes = [...new Set([...asked, ...optional])];
  return { clientId, redirectUri, scopes, state: textOf(fields.state) };
}

function scopeList(value: unknown): string[] {
  return (textOf(value) ?? '').split(/\s+/).filter((scope) => scope !== '');
}
