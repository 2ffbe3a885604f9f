import type { IDataObject, INodeType } from 'n8n-workflow';
import { loadMappingFields, loadOptions, searchList } from '../../../sandbox/engine/loadOptions';
import { connected, description, oAuth2 } from './probe';
import { apiForTests } from './probeApi';

const api = apiForTests();

describe('the editor', () => {
  const nodeType: INodeType = {
    description,
    methods: {
      listSearch: {
        async greetings(filter) {
          const credential = await this.getCredentials<Record<string, string>>(oAuth2.name);
          const greeting = this.getCurrentNodeParameter('greeting') as string;
          return {
            results: [
              { name: 'filter', value: filter ?? '' },
              { name: 'token endpoint', value: credential.accessTokenUrl ?? '' },
              { name: 'greeting', value: greeting },
            ],
          };
        },
      },
      loadOptions: {
        greetings() {
          const greeting = this.getCurrentNodeParameter('greeting') as string;
          return Promise.resolve([{ name: 'greeting', value: greeting }]);
        },
      },
      resourceMapping: {
        async fields() {
          const options = { url: `${api.current.url}/ping`, json: true };
          const answer = (await this.helpers.httpRequestWithAuthentication.call(
            this,
            oAuth2.name,
            options,
          )) as IDataObject;
          return {
            fields: Object.keys(answer).map((id) => ({
              id,
              displayName: id,
              defaultMatch: false,
              required: false,
              display: true,
            })),
          };
        },
      },
    },
  };
  const asking = () => ({
    nodeType,
    parameters: {},
    credentialTypes: [oAuth2],
    credential: connected(api.current, 'stale'),
  });

  it('searches a list with parameters and resolved credentials', async () => {
    const found = await searchList({ ...asking(), method: 'greetings', filter: 'x' });
    expect(found.results.map(({ value }) => value)).toEqual([
      'x',
      `${api.current.url}/oauth/v3/token`,
      'hello',
    ]);
  });

  it('loads options with parameters', async () => {
    expect(await loadOptions({ ...asking(), method: 'greetings' })).toEqual([
      { name: 'greeting', value: 'hello' },
    ]);
  });

  it('loads mapping fields over HTTP', async () => {
    const { fields } = await loadMappingFields({ ...asking(), method: 'fields' });
    expect(fields.map(({ id }) => id)).toEqual(['ok']);
  });

  it('names a method that is not there', async () => {
    await expect(searchList({ ...asking(), method: 'nope' })).rejects.toThrow('"nope"');
    await expect(loadOptions({ ...asking(), method: 'nope' })).rejects.toThrow('"nope"');
  });
});
