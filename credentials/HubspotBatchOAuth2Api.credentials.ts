import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { CREDENTIAL_API_VERSION } from '../nodes/HubspotBatchUpsert/hubspot/credentialApiVersion';
import {
  CUSTOM_OBJECTS,
  OWNERS_SCOPE,
  STANDARD_OBJECT_TYPES,
} from '../nodes/HubspotBatchUpsert/hubspot/objectTypes';
import {
  consentPageExpression,
  optionalScopeExpression,
  scopeExpression,
  tokenEndpointExpression,
} from '../nodes/HubspotBatchUpsert/hubspot/oauth2Expressions';

/** A connection through an OAuth app of the user's own, which asks for no more than it needs. */
export class HubspotBatchOAuth2Api implements ICredentialType {
  name = 'hubspotBatchOAuth2Api';

  extends = ['oAuth2Api'];

  displayName = 'HubSpot Batch OAuth2 API';

  icon = {
    light: 'file:../nodes/HubspotBatchUpsert/hubspotBatchUpsert.svg',
    dark: 'file:../nodes/HubspotBatchUpsert/hubspotBatchUpsert.dark.svg',
  } as const;

  documentationUrl =
    'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/oauth/working-with-oauth';

  properties: INodeProperties[] = [
    {
      displayName:
        '1. In HubSpot create an app with OAuth and add the redirect URL shown above. 2. Give it the scope oauth and the scopes listed with each object below. The optional ones let the node read records: for Create, Update, Dry Run, Keep, Skip Unchanged and Search, for associations, to check a record whose answer was lost, and to find owners by e-mail address. 3. Copy its client ID and client secret into the fields above.',
      name: 'setup',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Objects',
      name: 'objects',
      type: 'multiOptions',
      options: [...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS].map(
        ({ name, label, scopes, readBackScopes }) => ({
          name: label,
          value: name,
          description: [
            ...scopes,
            ...[...readBackScopes, OWNERS_SCOPE].map((scope) => `${scope} (optional)`),
          ].join(', '),
        }),
      ),
      default: ['line_items'],
      description:
        'What this connection may write, and what it may associate records with: to associate line items with deals, choose both. Line items where nothing is chosen. HubSpot refuses to connect if the app lacks a scope that is asked for, so choose only what you need, and connect again after changing it.',
    },
    {
      displayName: 'Sensitive Data',
      name: 'sensitiveData',
      type: 'multiOptions',
      options: [
        { name: 'Highly Sensitive', value: 'highly_sensitive' },
        { name: 'Sensitive', value: 'sensitive' },
      ],
      default: [],
      description:
        'Which levels of sensitive properties to ask for as well, for the chosen objects. Leave empty if your account keeps no sensitive data.',
    },
    {
      displayName: 'Region',
      name: 'region',
      type: 'options',
      options: [
        { name: 'Europe (app-eu1.hubspot.com)', value: 'eu1' },
        { name: 'North America (app.hubspot.com)', value: 'na1' },
      ],
      default: 'na1',
      description: 'Where your HubSpot account is hosted: look at the address of its pages',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.hubapi.com',
      description:
        "Where HubSpot's API answers, for accounts of every region. Change it only to go through a gateway or to use a sandbox, which then shows the consent page too.",
    },
    CREDENTIAL_API_VERSION,
    {
      displayName: 'Grant Type',
      name: 'grantType',
      type: 'hidden',
      default: 'authorizationCode',
    },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'hidden',
      required: true,
      default: consentPageExpression(),
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      required: true,
      default: tokenEndpointExpression(),
    },
    {
      displayName: 'Scope',
      name: 'scope',
      type: 'hidden',
      default: scopeExpression([...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS]),
    },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'hidden',
      default: optionalScopeExpression([...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS]),
    },
    {
      displayName: 'Authentication',
      name: 'authentication',
      type: 'hidden',
      default: 'body',
    },
  ];
}
