import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { list, listNames, serviceKey } from './editor';

describe('the list of object types', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it("has HubSpot's own, then the account's custom objects", async () => {
    const entries = await list('searchObjectTypes', { sandbox });
    expect(entries).toContainEqual({ name: 'Line Items', value: 'line_items' });
    expect(entries.at(-1)).toEqual({ name: 'Machines (machine)', value: '2-3453932' });
    expect(entries).toHaveLength(31);
  });

  it.each([
    ['line', ['Line Items']],
    ['  LINE_ITEMS ', ['Line Items']],
    ['mach', ['Machines (machine)']],
    ['nothing like it', []],
  ])('is searched by label and name: %s', async (filter, names) => {
    expect(await listNames('searchObjectTypes', { sandbox, filter })).toEqual(names);
  });

  it('names only types that HubSpot knows', async () => {
    const entries = await list('searchObjectTypes', { sandbox });
    const unknown = entries.filter(({ value }) => !sandbox.store.table(String(value)));
    expect(unknown).toEqual([]);
  });

  it('says which scope hides the custom objects, in an entry that cannot be chosen', async () => {
    const scopes = ['crm.objects.line_items.write'];
    const entries = await list('searchObjectTypes', { sandbox, scopes, filter: 'line' });
    expect(entries).toEqual([
      { name: 'Line Items', value: 'line_items' },
      { name: 'Custom objects need the scope crm.schemas.custom.read', value: false },
    ]);
  });

  it('is refused with a credential that HubSpot does not take', async () => {
    const credential = serviceKey({ sandbox }, { serviceKey: 'pat-na1-wrong' });
    await expect(list('searchObjectTypes', { sandbox, credential })).rejects.toMatchObject({
      name: 'NodeApiError',
      message: 'HubSpot did not list the custom objects',
      description: expect.stringMatching(/enter a valid service key/) as string,
      httpCode: '401',
    });
  });

  it('is refused through a base URL that cannot be used', async () => {
    const credential = serviceKey({ sandbox }, { baseUrl: 'ftp://hubspot.test' });
    await expect(list('searchObjectTypes', { sandbox, credential })).rejects.toMatchObject({
      message: 'HubSpot could not be asked',
      description: expect.stringMatching(/must start with http/) as string,
    });
  });
});
