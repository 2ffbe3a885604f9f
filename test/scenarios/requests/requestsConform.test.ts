import type { INodeParameters } from 'n8n-workflow';
import { columns, labels, list } from '../../methods/editor';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL, idProperty, objectType } from '../../support/target';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';

const specDir = process.env.HUBSPOT_SPEC_DIR;
const whereSpecIs = specDir === undefined ? test.skip : test;

const machines = { ...objectType('2-3453932'), ...idProperty('machine_key') };
const everyType = {
  invoice_line_key: 'T-1',
  name: 'text',
  price: 1.5,
  invoice_date: '2024-02-01',
  invoiced_at: '2024-02-01T10:00:00Z',
  is_return: true,
  warehouse: 'main',
  labels: ['gift', 'bulky'],
  country: null,
};

const VERSIONS = { v3: /\/v3\//, '2026-09': /\/2026-09\// };

describe.each(['v3', '2026-09'] as const)('with %s', (apiVersion) => {
  whereSpecIs.each<[string, object[], INodeParameters, INodeParameters]>([
    ['a batch', lineItems(3), {}, {}],
    ['every kind of value', [everyType], {}, { emptyValues: 'clear' }],
    ['contacts by e-mail', [{ email: 'a@example.com', firstname: 'A' }], CONTACTS_BY_EMAIL, {}],
    ['a custom object', [{ machine_key: 'M-1', machine_name: 'Mill' }], machines, {}],
    ['numbers as ids', [{ invoice_line_key: 12 }], {}, { objectWriteTraceId: '={{ 12 }}' }],
    ['repeated records', [...lineItems(2), ...lineItems(2)], {}, { duplicates: 'sequence' }],
  ])(
    "the requests for %s are as HubSpot's OpenAPI files say",
    async (_, items, target, options) => {
      const sandbox = await sandboxForTest({ specDir });
      sandbox.faults.add({
        match: { path: UPSERT, nth: 1 },
        do: { kind: 'dropResults', count: 1 },
      });
      const { thrown } = await upsert({
        items: items.map((json) => ({ ...json })),
        credential: serviceKeyOf(sandbox),
        parameters: { ...target, options: { apiVersion, ...options } },
      });
      expect(thrown).toBeUndefined();
      expect(sandbox.log.upserts().length).toBeGreaterThan(0);
      expect(sandbox.log.of('read')).toHaveLength(1);
      expect(sandbox.violations.requests).toEqual([]);
      expect(sandbox.log.entries.filter(({ path }) => !VERSIONS[apiVersion].test(path))).toEqual(
        [],
      );
    },
  );
});

whereSpecIs.each(['v3', '2026-09'])(
  'so are those that renew a token of %s, and those for sensitive properties',
  async (apiVersion) => {
    const sandbox = await sandboxForTest({ specDir });
    const { credential } = oAuth2Of(sandbox);
    Object.assign(credential.data, { apiVersion, sensitiveData: ['sensitive'] });
    sandbox.oauth.expireAccessTokens();
    await upsert({
      items: [{ email: 'a@example.com' }],
      credential,
      parameters: CONTACTS_BY_EMAIL,
    });
    expect(sandbox.log.of('token')).toMatchObject([{ path: `/oauth/${apiVersion}/token` }]);
    expect(sandbox.log.of('properties')).not.toHaveLength(0);
    expect(sandbox.violations.requests).toEqual([]);
  },
);

whereSpecIs.each(['v3', '2026-09'] as const)(
  "so are the editor's with %s, which ask for object types, ID properties, fields and association labels",
  async (apiVersion) => {
    const sandbox = await sandboxForTest({ specDir });
    const panel = { sandbox, objectType: 'contacts', options: { apiVersion } };
    await list('searchObjectTypes', panel);
    await list('searchIdProperties', panel);
    await columns(panel);
    await labels({ ...panel, otherTypes: ['companies'] });
    expect(sandbox.log.of('associationLabels')).toHaveLength(1);
    expect(sandbox.log.of('schemas')).not.toHaveLength(0);
    expect(sandbox.log.of('properties')).not.toHaveLength(0);
    expect(sandbox.violations.requests).toEqual([]);
    const version = apiVersion === 'v3' ? /\/v[34]\// : VERSIONS[apiVersion];
    expect(sandbox.log.entries.filter(({ path }) => !version.test(path))).toEqual([]);
  },
);
