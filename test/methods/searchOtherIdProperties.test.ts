import { startSandbox, type Sandbox } from '../../sandbox/hubspot/sandbox';
import { list, listNames, type Panel } from './editor';

describe('the list of what records to associate with are found by', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
    sandbox.store.table('notes')?.definitions.delete('external_key');
  });
  afterAll(() => sandbox.stop());

  const names = (panel: Omit<Panel, 'sandbox'>) =>
    listNames('searchOtherIdProperties', { sandbox, ...panel });

  it('has the record ID, then the properties with unique values of the other object type', async () => {
    const panel = { sandbox, otherTypes: ['contacts'] };
    expect((await list('searchOtherIdProperties', panel)).slice(0, 2)).toEqual([
      { name: 'Record ID', value: 'hs_object_id' },
      { name: 'Email (email)', value: 'email' },
    ]);
  });

  it('is that of the association which is being edited', async () => {
    const otherTypes = ['contacts', '2-3453932'];
    expect(await names({ otherTypes, entry: 1 })).toEqual([
      'Record ID',
      'Machine key (machine_key)',
    ]);
    expect(await names({ otherTypes, entry: 0 })).toContain('Email (email)');
  });

  it('has the record ID where nothing else tells records apart', async () => {
    expect(await names({ otherTypes: ['notes'] })).toEqual(['Record ID']);
  });

  it.each(['record', 'HS_OBJECT'])('is searched by label and name: %s', async (filter) => {
    expect(await names({ otherTypes: ['contacts'], filter })).toEqual(['Record ID']);
  });

  it('names the scope of the other object type that is missing', async () => {
    const scopes = ['crm.schemas.line_items.read'];
    await expect(names({ otherTypes: ['deals'], scopes })).rejects.toMatchObject({
      message: 'HubSpot did not list the properties of the object type',
      description: expect.stringMatching(/crm\.schemas\.deals\.read/) as string,
    });
  });

  it.each([
    ['is not chosen yet', { mode: 'list', value: '' }],
    ['is given by an expression', { mode: 'id', value: '={{ $json.type }}' }],
    ['is given by an expression that has no value yet', { mode: 'id', value: null }],
  ])('says what to do where the other object type %s', async (_, otherType) => {
    await expect(names({ otherTypes: [otherType] })).rejects.toMatchObject({
      message: 'The other object type is not known yet',
      description: expect.stringMatching(/Choose .*expression.*By Name/) as string,
    });
  });
});
