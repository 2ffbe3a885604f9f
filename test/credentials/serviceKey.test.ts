import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HubspotBatchServiceKeyApi } from '../../credentials/HubspotBatchServiceKeyApi.credentials';
import { sandboxForTest } from '../support/sandbox';
import { resolved } from './resolved';
import { testCredential } from './testCredential';

const credential = new HubspotBatchServiceKeyApi();

describe('the service key credential', () => {
  it('talks to HubSpot by default', async () => {
    expect(await resolved(credential, { serviceKey: 'pat-na1-1' })).toMatchObject({
      serviceKey: 'pat-na1-1',
      baseUrl: 'https://api.hubapi.com',
      sensitiveData: [],
    });
  });

  it('hides the key while it is typed', () => {
    const field = credential.properties.find(({ name }) => name === 'serviceKey');
    expect(field?.typeOptions?.password).toBe(true);
  });
});

describe('its test', () => {
  const test = (fields: ICredentialDataDecryptedObject) => testCredential(credential, fields);

  it.each(['', '/', '// '])(
    'reads the account, through a base URL with %j behind it',
    async (end) => {
      const sandbox = await sandboxForTest();
      const serviceKey = sandbox.tokens.serviceKey();
      expect(await test({ baseUrl: ` ${sandbox.baseUrl}${end}`, serviceKey })).toBe('OK');
      expect(sandbox.log.entries).toMatchObject([
        { path: '/account-info/v3/details', status: 200 },
      ]);
    },
  );

  it.each([
    ['v3', '/account-info/v3/details'],
    ['2026-09', '/account-info/2026-09/details'],
  ])('asks API version %s of the credential', async (apiVersion, path) => {
    const sandbox = await sandboxForTest();
    const serviceKey = sandbox.tokens.serviceKey();
    expect(await test({ baseUrl: sandbox.baseUrl, serviceKey, apiVersion })).toBe('OK');
    expect(sandbox.log.entries).toMatchObject([{ path, status: 200 }]);
  });

  it('fails when HubSpot does not know the key', async () => {
    const { baseUrl } = await sandboxForTest();
    expect(await test({ baseUrl, serviceKey: 'pat-na1-wrong' })).toBe('HTTP 401');
  });

  it.each([301, 302, 303, 307, 308])('sends the key to no other host (HTTP %i)', async (status) => {
    const [sandbox, other] = [await sandboxForTest(), await sandboxForTest()];
    const serviceKey = sandbox.tokens.serviceKey();
    sandbox.faults.add({ do: { kind: 'redirect', to: `${other.baseUrl}/`, status } });
    expect(await test({ baseUrl: sandbox.baseUrl, serviceKey })).toBe(
      'The base URL leads to another address, to which the key is not sent',
    );
    expect(other.log.entries).toEqual([]);
  });

  it.each([
    'https://user:secret@gateway.example',
    'https://user@gateway.example/hubspot',
    'https://gateway.example?to=',
    'https://gateway.example/hubspot#',
    'ftp://gateway.example',
    '//gateway.example',
    'gateway.example',
    '',
    `https://gateway.example${'/'.repeat(100_000)}hubspot`,
  ])('sends the key nowhere through the base URL %j', async (baseUrl) => {
    expect(await test({ baseUrl, serviceKey: 'pat-na1-1' })).toBe('ERR_INVALID_URL');
  });
});
