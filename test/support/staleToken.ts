import type nockModule from 'nock';
import { HUBSPOT, type Reply } from './answers';
import { nock } from './interceptors';

/** A connected OAuth2 credential whose access token is no longer good. */
export function staleOAuth2() {
  return {
    type: 'hubspotBatchOAuth2Api',
    data: {
      clientId: 'client-id',
      clientSecret: 'client-secret',
      baseUrl: HUBSPOT,
      oauthTokenData: { access_token: 'stale', refresh_token: 'refresh', token_type: 'bearer' },
    },
  };
}

/** Lets HubSpot answer the renewal so, and refuse whoever comes with another token than that. */
export function renewalAnswers({ status, body }: Reply, goodToken: string): nockModule.Scope {
  nock(HUBSPOT)
    .persist()
    .get(/properties/)
    .matchHeader('authorization', (value) => value !== `Bearer ${goodToken}`)
    .reply(401, { status: 'error', category: 'EXPIRED_AUTHENTICATION', message: 'expired' });
  return nock(HUBSPOT)
    .persist()
    .post('/oauth/v3/token', /client_secret=client-secret/)
    .reply(status, body as nockModule.Body);
}
