import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { list, listNames, serviceKey, type Panel } from './editor';

const RECORD_ID = 'Record ID (hs_object_id)';
const SEARCH = { nonUniqueId: 'search' };

describe('the list of ID properties', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
    sandbox.store.table('notes')?.definitions.delete('external_key');
  });
  afterAll(() => sandbox.stop());

  const names = (panel: Omit<Panel, 'sandbox'>) =>
    listNames('searchIdProperties', { sandbox, ...panel });

  it('has the properties with unique values, then the record ID', async () => {
    expect(await list('searchIdProperties', { sandbox })).toEqual([
      { name: 'Invoice line key (invoice_line_key)', value: 'invoice_line_key' },
      { name: RECORD_ID, value: 'hs_object_id' },
    ]);
  });

  it('has no record ID where records are only created, which have none before', async () => {
    expect(await names({ operation: 'update' })).toContain(RECORD_ID);
    expect(await names({ operation: 'create' })).toEqual(['Invoice line key (invoice_line_key)']);
  });

  it.each(['contacts', '0-1'])('has the email of %s first', async (objectType) => {
    const [first] = await list('searchIdProperties', { sandbox, objectType });
    expect(first).toEqual({ name: 'Email (email)', value: 'email' });
  });

  it.each(['contacts', 'companies', 'deals'])(
    'leaves out what HubSpot does not keep unique of %s, unless records are searched for',
    async (objectType) => {
      const values = (await list('searchIdProperties', { sandbox, objectType })).map(
        ({ value }) => value,
      );
      expect(values).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(phone|domain|dealname)$/)]),
      );
    },
  );

  it('has other texts behind those with unique values where records are searched for', async () => {
    const listed = await names({ objectType: 'companies', options: SEARCH });
    expect(listed[0]).toBe('Company key (company_key)');
    expect(listed.at(-1)).toBe(RECORD_ID);
    const searched = listed.slice(1, -1);
    expect(searched).toEqual(searched.filter((name) => name.endsWith('), by search')).sort());
    expect(searched).toEqual(
      expect.arrayContaining([
        'Company Domain Name (domain), by search',
        'Phone Number (phone), by search',
      ]),
    );
  });

  it('offers for a search neither long texts nor what is no text, read-only or hidden', async () => {
    const { definitions } = sandbox.store.table('companies')!;
    const domain = definitions.get('domain')!;
    definitions.set('sync_key', { ...domain, name: 'sync_key', hidden: true });
    const listed = await list('searchIdProperties', {
      sandbox,
      objectType: 'companies',
      options: SEARCH,
    });
    const values = listed.map(({ value }) => value);
    expect(values).toContain('domain');
    for (const name of ['description', 'industry', 'credit_limit', 'hs_object_source_label']) {
      expect(definitions.has(name)).toBe(true);
      expect(values).not.toContain(name);
    }
    expect(values).not.toContain('sync_key');
  });

  it('marks no property with unique values as one that is searched by', async () => {
    const listed = await names({ objectType: 'contacts', options: SEARCH });
    expect(listed.filter((name) => name.includes('(email)'))).toEqual(['Email (email)']);
  });

  it('knows custom objects', async () => {
    const listed = await names({ objectType: '2-3453932' });
    expect(listed).toEqual(['Machine key (machine_key)', RECORD_ID]);
  });

  it('is searched by label and name', async () => {
    expect(await names({ filter: 'LINE KEY' })).toEqual(['Invoice line key (invoice_line_key)']);
    expect(await names({ filter: 'hs_object' })).toEqual([RECORD_ID]);
    expect(await names({ objectType: 'companies', options: SEARCH, filter: 'domain' })).toEqual([
      'Company Domain Name (domain), by search',
    ]);
    expect(await names({ filter: 'zzz' })).toEqual([]);
  });

  it('says how to get one where the object has none, whatever is typed', async () => {
    for (const filter of [undefined, 'key']) {
      const listed = await list('searchIdProperties', { sandbox, objectType: 'notes', filter });
      const [toCreate, toSearch] = listed;
      expect(toCreate?.name).toMatch(/create one in HubSpot/);
      expect(toSearch?.name).toMatch(/Non-Unique ID to Search/);
      // n8n's editor shows one entry for each value, and lets nobody choose a boolean.
      expect([toCreate?.value, toSearch?.value]).toEqual([false, true]);
      expect(listed.slice(2).map(({ name }) => name)).toEqual(filter ? [] : [RECORD_ID]);
    }
  });

  it('needs no such words where records can be searched for', async () => {
    expect(await names({ objectType: 'notes', options: SEARCH })).toEqual([
      'Name (hs_name), by search',
      RECORD_ID,
    ]);
  });

  it('says how to get one where the object has none and records are only created', async () => {
    await expect(names({ objectType: 'notes', operation: 'create' })).rejects.toMatchObject({
      message: 'No property of this object type can identify a record',
      description: expect.stringMatching(
        /Create a property of notes.*Non-Unique ID to Search.*By Name/,
      ) as string,
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
      { sandbox, objectType: 'notes', operation: 'create' as const },
      { sandbox, objectType: '' },
      { sandbox, objectType: '2-1' },
    ];
    for (const panel of failing) {
      const error = await list('searchIdProperties', panel).catch((reason: Error) => reason);
      expect((error as Error).message).not.toMatch(/[-–—]|unique|duplicate/i);
    }
  });
});
