import type { ICredentialType } from 'n8n-workflow';

/**
 * n8n's own `oAuth2Api`, the parent of every OAuth2 credential, as far as an execution reads it.
 * It lives in n8n-nodes-base, which is far too large to install for eight fields.
 */
export const oAuth2Api: ICredentialType = {
  name: 'oAuth2Api',
  displayName: 'OAuth2 API',
  genericAuth: true,
  properties: [
    {
      displayName: 'Grant Type',
      name: 'grantType',
      type: 'options',
      options: [
        { name: 'Authorization Code', value: 'authorizationCode' },
        { name: 'Client Credentials', value: 'clientCredentials' },
        { name: 'PKCE', value: 'pkce' },
      ],
      default: 'authorizationCode',
    },
    { displayName: 'Authorization URL', name: 'authUrl', type: 'string', default: '' },
    { displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'string', default: '' },
    { displayName: 'Client ID', name: 'clientId', type: 'string', default: '' },
    {
      displayName: 'Client Secret',
      name: 'clientSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
    },
    { displayName: 'Scope', name: 'scope', type: 'string', default: '' },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'string',
      default: '',
    },
    {
      displayName: 'Authentication',
      name: 'authentication',
      type: 'options',
      options: [
        { name: 'Body', value: 'body' },
        { name: 'Header', value: 'header' },
      ],
      default: 'header',
    },
    { displayName: 'oauthTokenData', name: 'oauthTokenData', type: 'json', default: {} },
  ],
};
