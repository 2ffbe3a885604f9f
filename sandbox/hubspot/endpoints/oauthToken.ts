import { PORTAL_ID } from '../account';
import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import type { IssuedTokens } from '../auth/oauthApp';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import type { Call } from './endpoint';

/** `POST /oauth/v3/token`: a form, with client id and secret in it. */
export function issueToken({ body }: Call, { oauth }: Hubspot): Answer {
  const form = isObject(body) ? body : {};
  const field = (name: string) => textOf(form[name]) ?? '';

  if (field('client_id') !== oauth.clientId) {
    return refused('BAD_CLIENT_ID', 'invalid_client', 'missing or unknown client id');
  }
  if (field('client_secret') !== oauth.clientSecret) {
    return refused('BAD_CLIENT_SECRET', 'invalid_client', 'missing or invalid client secret');
  }
  switch (field('grant_type')) {
    case 'authorization_code':
      return issued(
        oauth.exchangeCode(field('code'), field('redirect_uri')),
        refused('BAD_AUTH_CODE', 'invalid_grant', 'missing or unknown auth code'),
      );
    case 'refresh_token':
      return issued(
        oauth.refresh(field('refresh_token')),
        refused(
          'BAD_REFRESH_TOKEN',
          'invalid_grant',
          'refresh token is invalid, expired or revoked',
        ),
      );
    default:
      return refused('BAD_GRANT_TYPE', 'unsupported_grant_type', 'missing or unknown grant type');
  }
}

/** Shape: oauth.200.token. */
function issued(tokens: IssuedTokens | undefined, otherwise: Answer): Answer {
  if (tokens === undefined) return otherwise;
  return json(200, {
    token_type: 'bearer',
    refresh_token: tokens.refreshToken,
    access_token: tokens.accessToken,
    hub_id: PORTAL_ID,
    scopes: tokens.scopes,
    expires_in: Math.ceil(tokens.lifeSeconds),
  });
}

/** Shape: oauth.400.bad-refresh-token. */
function refused(status: string, error: string, message: string): Answer {
  return json(400, { error, error_description: message, status, message });
}
