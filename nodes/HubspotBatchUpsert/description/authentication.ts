import type { INodeProperties } from 'n8n-workflow';

export const authentication: INodeProperties = {
  displayName: 'Authentication',
  name: 'authentication',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'OAuth2', value: 'oAuth2' },
    { name: 'Service Key', value: 'serviceKey' },
  ],
  default: 'oAuth2',
  description:
    'How to connect to HubSpot: through an OAuth app, or with a service key or the token of a private app',
};

/** The credential type that belongs to a value of the parameter. */
export function credentialTypeOf(
  value: unknown,
): 'hubspotBatchOAuth2Api' | 'hubspotBatchServiceKeyApi' {
  return value === 'serviceKey' ? 'hubspotBatchServiceKeyApi' : 'hubspotBatchOAuth2Api';
}
