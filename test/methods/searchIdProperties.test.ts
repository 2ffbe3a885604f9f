import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { list, listNames, serviceKey } from './editor';

describe('the list of ID properties', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
    sandbox.store.table('notes')?.definitions.delete('external_key');
  });
  afterAll(() => sandbox.stop());

  it('has the properties with unique values', async () => {
    expect(await list('searchIdProperties', { sandbox })).toEqual([
      { name: 'Invoice line key (invoice_line_key)', value: 'invoice_line_key' },
    ]);
  });

  it.each(['contacts', '0-1'])('has the email of %s first', async (objectType) => {
    const [first] = await list('searchIdProperties', { sandbox, objectType });
    expect(first).toEqual({ name: 'Email (email)', value: 'email' });
  });

  it('leaves out what HubSpot refuses to identify by', async () => {
    for (const objectType of ['contacts', 'companies', 'deals']) {
      const values = (await list('searchIdProperties', { sandbox, objectType })).map(
        ({ value }) => value,
      );
      expect(values).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(hs_object_id|domain|dealname)$/)]),
      );
    }
  });

  it('knows custom objects', async () => {
    const names = await listNames('searchIdProperties', { sandbox, objectType: '2-3453932' });
    expect(names).toEqual(['Machine key (machine_key)']);
  });

  it('is searched by label and name', async () => {
    const panel = { sandbox, objectType: 'line_items' };
    expect(await listNames('searchIdProperties', { ...panel, filter: 'LINE KEY' })).toHaveLength(1);
    expect(await listNames('searchIdProperties', { ...panel, filter: 'zzz' })).toEqual([]);
  });

  it('says how to get one where the object has none', async () => {
    await expect(
      list('searchIdProperties', { sandbox, objectType: 'notes' }),
    ).rejects.toMatchObject({
      message: 'No property of this object type can identify a record',
      description: expect.stringMatching(/Create a property of notes.*By Name/) as string,
    });
  });

  it.each(['errors', 'context'] as const)(
    'names the scope that is missing, told in %s',
    async (missingScopesShape) => {
      const strict = await startSandbox({ missingScopesShape });
      const panel = { sandbox: strict, objectType: 'deals', scopes: ['oauth'] };
      await expect(list('searchIdProperties', panel)).rejects.toMatchObject({
        message: 'HubSpot did not list the properties of the object type',
        description: expect.stringMatching(/crm\.schemas\.deals\.read/) as string,
        httpCode: '403',
      });
      await strict.stop();
    },
  );

  it('says that there is no such object type', async () => {
    const panel = { sandbox, objectType: 'gadgets' };
    await expect(list('searchIdProperties', panel)).rejects.toMatchObject({
      description: expect.stringMatching(/gadgets/) as string,
    });
  });

  it('waits for an object type that an expression gives', async () => {
    const objectType = { mode: 'id', value: '={{ $json.type }}' };
    await expect(list('searchIdProperties', { sandbox, objectType })).rejects.toMatchObject({
      message: 'The object type is not known yet',
    });
  });

  it('shows that HubSpot is out of reach', async () => {
    const credential = serviceKey({ sandbox }, { baseUrl: 'http://127.0.0.1:1' });
    await expect(list('searchIdProperties', { sandbox, credential })).rejects.toMatchObject({
      description: expect.stringMatching(/could not be reached.*Try again/) as string,
    });
  });

  it('has no message that n8n would garble on its way to the user', async () => {
    const failing = [
      { sandbox, objectType: 'notes' },
      { sandbox, objectType: '' },
      { sandbox, objectType: '2-1' },
    ];
    for (const panel of failing) {
      const error = await list('searchIdProperties', panel).catch((reason: Error) => reason);
      expect((error as Error).message).not.toMatch(/[-–—]|unique|duplicate/i);
    }
  });
});
