import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HubspotBatchOAuth2Api } from '../../credentials/HubspotBatchOAuth2Api.credentials';
import {
  CUSTOM_OBJECTS,
  STANDARD_OBJECT_TYPES,
} from '../../nodes/HubspotBatchUpsert/hubspot/objectTypes';
import { resolved } from './resolved';

const oAuth2 = (saved: ICredentialDataDecryptedObject = {}) =>
  resolved(new HubspotBatchOAuth2Api(), saved);

const scopesOf = async (saved: ICredentialDataDecryptedObject = {}) => {
  const { scope } = await oAuth2(saved);
  return (scope as string).split(' ');
};

describe('the OAuth2 credential', () => {
  it('connects to HubSpot in North America with nothing but its defaults', async () => {
    expect(await oAuth2()).toMatchObject({
      grantType: 'authorizationCode',
      authentication: 'body',
      authQueryParameters: 'optional_scope=crm.objects.line_items.read%20crm.objects.owners.read',
      baseUrl: 'https://api.hubapi.com',
      authUrl: 'https://app.hubspot.com/oauth/authorize',
      accessTokenUrl: 'https://api.hubapi.com/oauth/v3/token',
    });
  });

  it.each([
    ['na1', 'https://api.hubapi.com', 'https://app.hubspot.com/oauth/authorize'],
    ['eu1', 'https://api.hubapi.com', 'https://app-eu1.hubspot.com/oauth/authorize'],
    ['eu1', 'https://api.hubapi.com/', 'https://app-eu1.hubspot.com/oauth/authorize'],
    ['eu1', ' https://API.hubapi.com// ', 'https://app-eu1.hubspot.com/oauth/authorize'],
    ['na1', 'https://api-eu1.hubapi.com', 'https://app.hubspot.com/oauth/authorize'],
    ['eu1', 'http://127.0.0.1:4100', 'http://127.0.0.1:4100/oauth/authorize'],
    ['na1', 'https://gateway.test/hubspot/', 'https://gateway.test/hubspot/oauth/authorize'],
    ['na1', 'https://api.hubapi.com.evil.test', 'https://api.hubapi.com.evil.test/oauth/authorize'],
  ])('asks for consent in region %s through %s at %s', async (region, baseUrl, authUrl) => {
    expect((await oAuth2({ region, baseUrl })).authUrl).toBe(authUrl);
  });

  it.each([
    ['https://api.hubapi.com', 'https://api.hubapi.com/oauth/v3/token'],
    ['https://gateway.test/hubspot//', 'https://gateway.test/hubspot/oauth/v3/token'],
    ['http://127.0.0.1:4100/', 'http://127.0.0.1:4100/oauth/v3/token'],
  ])('fetches tokens below the base URL %s', async (baseUrl, accessTokenUrl) => {
    expect((await oAuth2({ baseUrl })).accessTokenUrl).toBe(accessTokenUrl);
  });

  it.each([
    [{ apiVersion: 'v3' }, 'https://api.hubapi.com/oauth/v3/token'],
    [{ apiVersion: '2026-09' }, 'https://api.hubapi.com/oauth/2026-09/token'],
    [{}, 'https://api.hubapi.com/oauth/v3/token'],
  ])('saved with %j fetches tokens at %s', async (saved, accessTokenUrl) => {
    expect((await oAuth2(saved)).accessTokenUrl).toBe(accessTokenUrl);
  });

  it.each([
    'https://user:secret@gateway.test',
    'https://gateway.test?to=',
    'https://gateway.test#',
    'ftp://gateway.test',
    'gateway.test',
    '',
  ])('leads nowhere, with the client secret or without, at %j', async (baseUrl) => {
    const { authUrl, accessTokenUrl } = await oAuth2({ baseUrl });
    expect([authUrl, accessTokenUrl].filter((url) => URL.canParse(url as string))).toEqual([]);
  });

  describe('asks for the scopes', () => {
    it('of line items by default', async () => {
      expect(await scopesOf()).toEqual([
        'oauth',
        'crm.objects.line_items.write',
        'crm.schemas.line_items.read',
      ]);
    });

    it('of the chosen objects, each once', async () => {
      expect(await scopesOf({ objects: ['contacts', 'tasks', 'tickets', 'products'] })).toEqual([
        'oauth',
        'crm.objects.contacts.write',
        'crm.schemas.contacts.read',
        'tickets',
        'crm.objects.products.write',
        'crm.objects.products.read',
      ]);
    });

    it('of custom objects when asked', async () => {
      expect(await scopesOf({ objects: ['custom'] })).toEqual([
        'oauth',
        'crm.objects.custom.write',
        'crm.schemas.custom.read',
      ]);
    });

    it('of sensitive data when asked, for the chosen objects that have any', async () => {
      const objects = ['line_items', 'contacts', 'tickets'];
      const scopes = await scopesOf({ objects, sensitiveData: ['sensitive'] });
      expect(scopes.filter((scope) => scope.includes('sensitive'))).toEqual([
        'crm.objects.contacts.sensitive.write.v2',
        'crm.objects.contacts.sensitive.read.v2',
        'tickets.sensitive.v2',
      ]);
    });

    it('of line items when nothing is chosen, as in a new credential of the editor', async () => {
      expect(await scopesOf({ objects: [] })).toEqual(await scopesOf());
    });

    it('of every object there is without a gap', async () => {
      const all = [...STANDARD_OBJECT_TYPES, CUSTOM_OBJECTS];
      const scopes = await scopesOf({ objects: all.map(({ name }) => name) });
      expect(new Set(scopes)).toEqual(new Set(['oauth', ...all.flatMap((type) => type.scopes)]));
      expect(scopes).toHaveLength(new Set(scopes).size);
    });
  });

  it('leaves it to the account to let records be read back, and owners', async () => {
    const { authQueryParameters } = await oAuth2({ objects: ['contacts', 'products', 'deals'] });
    expect(new URLSearchParams(authQueryParameters as string).get('optional_scope')).toBe(
      'crm.objects.contacts.read crm.objects.deals.read crm.objects.owners.read',
    );
  });

  it('asks for nothing else that is optional where every scope of an object is required', async () => {
    expect((await oAuth2({ objects: ['products', 'tickets'] })).authQueryParameters).toBe(
      'optional_scope=crm.objects.owners.read',
    );
  });

  it('ignores a scope or address saved by hand in its hidden fields', async () => {
    const authUrl = 'https://elsewhere.test';
    expect((await oAuth2({ authUrl })).authUrl).toBe('https://app.hubspot.com/oauth/authorize');
  });
});
