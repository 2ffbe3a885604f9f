import type {
  IAuthenticateGeneric,
  ICredentialTestRequest,
  ICredentialType,
  INodeProperties,
} from 'n8n-workflow';
import { baseUrlExpression } from '../nodes/HubspotBatchUpsert/hubspot/baseUrl';
import {
  CREDENTIAL_API_VERSION,
  versionedPathExpression,
} from '../nodes/HubspotBatchUpsert/hubspot/credentialApiVersion';
import { accountPath } from '../nodes/HubspotBatchUpsert/hubspot/endpoints';

/** A service key or the access token of a private app: one bearer token that does not expire. */
export class HubspotBatchServiceKeyApi implements ICredentialType {
  name = 'hubspotBatchServiceKeyApi';

  displayName = 'HubSpot Batch Service Key API';

  icon = {
    light: 'file:../nodes/HubspotBatchUpsert/hubspotBatchUpsert.svg',
    dark: 'file:../nodes/HubspotBatchUpsert/hubspotBatchUpsert.dark.svg',
  } as const;

  documentationUrl =
    'https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/account-service-keys';

  properties: INodeProperties[] = [
    {
      displayName:
        'In HubSpot open Development > Keys > Service keys, create a key with the write and read scopes of your objects, those to associate with included, and crm.schemas.*.read for their properties, and copy it here. The access token of a private app that you already have (Development > Legacy apps) works too.',
      name: 'setup',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Service Key',
      name: 'serviceKey',
      type: 'string',
      typeOptions: { password: true },
      required: true,
      default: '',
      placeholder: 'e.g. pat-na1-…',
      description: 'A service key, or the access token of a private app',
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
        'Which sensitive properties to work with. The key needs the matching scopes; leave empty if your account keeps no sensitive data.',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: 'https://api.hubapi.com',
      description:
        "Where HubSpot's API answers, for accounts of every region. Change it only to go through a gateway or to use a sandbox.",
    },
    CREDENTIAL_API_VERSION,
  ];

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.serviceKey}}' } },
  };

  test: ICredentialTestRequest = {
    request: {
      baseURL: `={{ ${baseUrlExpression('$credentials.baseUrl')} }}`,
      url: `={{ ${versionedPathExpression('$credentials.apiVersion', accountPath)} }}`,
      disableFollowRedirect: true,
    },
    rules: [301, 302, 303, 307, 308].map((value) => ({
      type: 'responseCode',
      properties: {
        value,
        message: 'The base URL leads to another address, to which the key is not sent',
      },
    })),
  };
}
