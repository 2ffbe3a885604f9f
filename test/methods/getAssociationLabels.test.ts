import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { sandboxForTest } from '../support/sandbox';
import { labels, serviceKey, type Panel } from './editor';

describe('the list of association labels', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ defaultLabelStands: 'last' });
    const { associations } = sandbox.store;
    associations.addLabel('contacts', 'companies', { label: 'Shipping', typeId: 41 });
    associations.addLabel('contacts', 'companies', { label: 'Billing', typeId: 43 });
    associations.addLabel('contacts', 'deals', { label: 'Buyer', typeId: 51 });
    associations.addLabel('deals', 'companies', { label: 'Primary', typeId: 61 });
  });
  afterAll(() => sandbox.stop());

  const named = async (panel: Omit<Panel, 'sandbox'>) =>
    (await labels({ sandbox, ...panel })).map(({ name, value }) => [name, value]);

  it('has none first, for the default association, then what HubSpot and the account call theirs', async () => {
    expect(await named({ objectType: 'contacts', otherTypes: ['companies'] })).toEqual([
      ['Default (No Label)', ''],
      ['Billing', 'USER_DEFINED:43'],
      ['Primary', 'HUBSPOT_DEFINED:1'],
      ['Shipping', 'USER_DEFINED:41'],
    ]);
  });

  it('is that of the association which is being edited', async () => {
    const panel = { objectType: 'contacts', otherTypes: ['companies', 'deals'] };
    expect(await named({ ...panel, entry: 0 })).toHaveLength(4);
    expect(await named({ ...panel, entry: 1 })).toEqual([
      ['Default (No Label)', ''],
      ['Buyer', 'USER_DEFINED:51'],
    ]);
  });

  it('tells labels of one name apart', async () => {
    const [, ...others] = await named({ objectType: 'deals', otherTypes: ['companies'] });
    expect(others).toEqual([
      ['Primary (HUBSPOT_DEFINED:5)', 'HUBSPOT_DEFINED:5'],
      ['Primary (USER_DEFINED:61)', 'USER_DEFINED:61'],
    ]);
  });

  it.each([
    [{}, '/crm/v4/associations/line_items/deals/labels'],
    [{ apiVersion: 'v3' }, '/crm/v4/associations/line_items/deals/labels'],
    [{ apiVersion: '2026-09' }, '/crm/associations/2026-09/line_items/deals/labels'],
  ])('is asked for in the version of the API that the options %j choose', async (options, path) => {
    await labels({ sandbox, otherTypes: ['deals'], options });
    expect(sandbox.log.of('associationLabels').at(-1)?.path).toBe(path);
  });

  const unknown = { mode: 'id', value: '={{ $json.type }}' };
  it.each<[string, Omit<Panel, 'sandbox'>]>([
    ['the other object type is not chosen yet', { otherTypes: [{ mode: 'list', value: '' }] }],
    ['an expression gives the other object type', { otherTypes: [unknown] }],
    ['an expression gives the object type', { objectType: unknown, otherTypes: ['deals'] }],
  ])('says in its only entry what to do where %s', async (_, panel) => {
    const asked = sandbox.log.of('associationLabels').length;
    expect(await labels({ sandbox, ...panel })).toEqual([
      {
        name: 'Default (No Label)',
        value: '',
        description: expect.stringMatching(/choose the other object type.*expression/) as string,
      },
    ]);
    expect(sandbox.log.of('associationLabels')).toHaveLength(asked);
  });

  it('says that HubSpot associates no records of the two object types', async () => {
    await expect(named({ otherTypes: ['contacts'] })).rejects.toMatchObject({
      message: 'HubSpot associates no line_items with contacts. Choose another object type above.',
    });
  });
});

/** Of a drop-down list n8n's editor shows nothing but the message, and of a NodeApiError not even that. */
describe('the message in place of the list', () => {
  const panel = { objectType: 'line_items', otherTypes: ['deals'] };

  it.each(['line_items', 'deals'])('names the scope of %s that is missing', async (missing) => {
    const sandbox = await sandboxForTest();
    const granted = missing === 'deals' ? 'line_items' : 'deals';
    const scopes = [`crm.schemas.${granted}.read`];
    await expect(labels({ ...panel, sandbox, scopes })).rejects.toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringMatching(
        `^HubSpot did not list the association labels.*Give .*crm\\.schemas\\.${missing}\\.read`,
      ) as string,
    });
  });

  it.each([
    ['unicorns', 'deals', '"unicorns"'],
    ['deals', 'unicorns', '"unicorns"'],
    ['2-9999', 'deals', '"2-9999"'],
  ])('names which of %s and %s HubSpot does not have', async (objectType, other, quoted) => {
    const sandbox = await sandboxForTest();
    const failing = labels({ sandbox, objectType, otherTypes: [other] });
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining(`HubSpot has no object type ${quoted}`) as string,
    });
  });

  it('names both where an empty answer does not say which', async () => {
    const sandbox = await sandboxForTest({ emptyNotFound: true });
    const options = { apiVersion: '2026-09' };
    const failing = labels({ sandbox, objectType: 'unicorns', otherTypes: ['deals'], options });
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining('HubSpot has no object type "unicorns or deals"') as string,
    });
  });

  it('says that the credential is not taken', async () => {
    const sandbox = await sandboxForTest();
    const credential = serviceKey({ sandbox }, { serviceKey: 'pat-na1-wrong' });
    await expect(labels({ ...panel, sandbox, credential })).rejects.toMatchObject({
      message: expect.stringMatching(/enter a valid service key/) as string,
    });
  });

  it('says that HubSpot is out of reach', async () => {
    const sandbox = await sandboxForTest();
    const credential = serviceKey({ sandbox }, { baseUrl: 'http://127.0.0.1:1' });
    await expect(labels({ ...panel, sandbox, credential })).rejects.toMatchObject({
      message: expect.stringMatching(/could not be reached.*Try again/) as string,
    });
  });
});
