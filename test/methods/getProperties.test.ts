import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { columns, serviceKey } from './editor';

describe('the columns to map', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const column = async (id: string, objectType = 'line_items') =>
    (await columns({ sandbox, objectType })).fields.find((field) => field.id === id);

  it.each([
    ['price', { displayName: 'Unit price (price)', type: 'number' }],
    ['name', { displayName: 'Name (name)', type: 'string' }],
    ['invoice_date', { type: 'dateTime' }],
    ['invoiced_at', { type: 'dateTime' }],
    ['labels', { type: 'string' }],
  ])('have the type of the property: %s', async (id, expected) => {
    expect(await column(id)).toMatchObject({ ...expected, display: true, required: false });
  });

  it('offer the options of an enumeration by label', async () => {
    expect(await column('warehouse')).toMatchObject({
      type: 'options',
      options: [
        { name: 'Main', value: 'main' },
        { name: 'Outlet', value: 'outlet' },
        { name: 'In transit', value: 'transit' },
      ],
    });
  });

  it('offer booleans as a list, since a switch would write false unasked', async () => {
    const field = await column('is_return');
    expect(field?.type).toBe('options');
    expect(field?.options?.map(({ value }) => value).sort()).toEqual(['false', 'true']);
  });

  it('leave out what HubSpot calculates', async () => {
    expect(await column('amount')).toBeUndefined();
    expect(await column('hs_object_id')).toBeUndefined();
  });

  it('begin with what can identify a record, the rest by label', async () => {
    const { fields } = await columns({ sandbox });
    expect(fields[0]?.id).toBe('invoice_line_key');
    const rest = fields.slice(1).map(({ displayName }) => displayName);
    expect(rest).toEqual([...rest].sort((one, other) => one.localeCompare(other)));
  });

  it('never take part in matching, which the ID property does', async () => {
    const { fields } = await columns({ sandbox });
    expect(
      fields.some(({ defaultMatch, canBeUsedToMatch }) => defaultMatch || canBeUsedToMatch),
    ).toBe(false);
  });

  it.each([
    ['deals', ['dealname', 'dealstage', 'pipeline']],
    ['2-3453932', ['machine_key']],
    ['p1234567_machine', ['machine_key']],
  ])('mark what a new record needs: %s', async (objectType, names) => {
    const { fields } = await columns({ sandbox, objectType });
    expect(fields.filter(({ required }) => required).map(({ id }) => id)).toEqual(names);
    expect(fields[0]?.displayName).toMatch(/, required to create$/);
  });

  it('begin with those of which a new record needs one', async () => {
    const { fields } = await columns({ sandbox, objectType: 'companies' });
    expect(fields.slice(0, 3)).toMatchObject([
      {
        id: 'domain',
        displayName: 'Company Domain Name (domain), one of these required to create',
        required: false,
      },
      {
        id: 'name',
        displayName: 'Company name (name), one of these required to create',
        required: false,
      },
      { id: 'company_key', displayName: 'Company key (company_key)' },
    ]);
  });

  it('include sensitive properties only where the credential is meant for them', async () => {
    sandbox.log.entries.length = 0;
    await columns({ sandbox });
    const credential = serviceKey({ sandbox }, { sensitiveData: ['sensitive'] });
    await columns({ sandbox, objectType: 'contacts', credential });
    const asked = sandbox.log.entries.map(({ query }) => query.dataSensitivity);
    expect(asked.sort()).toEqual(['sensitive', undefined, undefined]);
  });

  describe('where the editor would swallow an error', () => {
    it('tell of a missing scope in a notice', async () => {
      const { fields, emptyFieldsNotice } = await columns({
        sandbox,
        scopes: ['crm.objects.contacts.write'],
      });
      expect(fields).toEqual([]);
      expect(emptyFieldsNotice).toMatch(/crm\.schemas\.line_items\.read/);
    });

    it('ask for an object type in a notice', async () => {
      expect((await columns({ sandbox, objectType: '' })).emptyFieldsNotice).toMatch(
        /Choose an object type/,
      );
    });

    it('leave the columns alone while HubSpot is down', async () => {
      const credential = serviceKey({ sandbox }, { baseUrl: 'http://127.0.0.1:1' });
      await expect(columns({ sandbox, credential })).rejects.toThrow(
        'HubSpot did not list the properties of the object type',
      );
    });
  });
});
