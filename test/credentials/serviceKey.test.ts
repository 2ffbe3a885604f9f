import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { HubspotBatchServiceKeyApi } from '../../credentials/HubspotBatchServiceKeyApi.credentials';
import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { resolved } from './resolved';
import { testCredential } from './testCredential';

describe('the service key credential', () => {
  const credential = new HubspotBatchServiceKeyApi();

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

  describe('against HubSpot', () => {
    let sandbox: Sandbox;
    beforeAll(async () => {
      sandbox = await startSandbox();
    });
    afterAll(() => sandbox.stop());

    const test = (fields: ICredentialDataDecryptedObject) =>
      testCredential(credential, { baseUrl: sandbox.baseUrl, ...fields });

    it('is tested by reading the account', async () => {
      expect(await test({ serviceKey: sandbox.tokens.serviceKey() })).toBe(200);
    });

    it('is tested through a base URL with slashes behind it', async () => {
      const baseUrl = ` ${sandbox.baseUrl}// `;
      expect(await test({ baseUrl, serviceKey: sandbox.tokens.serviceKey() })).toBe(200);
    });

    it('fails the test when HubSpot does not know it', async () => {
      expect(await test({ serviceKey: 'pat-na1-wrong' })).toBe(401);
    });
  });
});
