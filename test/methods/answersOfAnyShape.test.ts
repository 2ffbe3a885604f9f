import { HUBSPOT } from '../support/answers';
import { nock } from '../support/interceptors';
import { columns, labels, list, type Panel } from './editor';

const panel: Panel = {
  sandbox: { baseUrl: HUBSPOT, tokens: { serviceKey: () => 'pat-na1-made-up' } as never },
  objectType: '2-3',
};

function hubspotLists(path: RegExp, results: unknown): void {
  nock(HUBSPOT).persist().get(path).reply(200, { results });
}

const DEFINITIONS = [
  null,
  { name: 'bare' },
  { name: 'code', label: 2024, hasUniqueValue: true, modificationMetadata: null },
  { name: 'size', type: 'enumeration', options: [null, { value: 7, label: 8 }, { label: 'x' }] },
  { name: 'odd', type: 'enumeration', options: {}, label: null },
];

beforeEach(() => {
  hubspotLists(/properties/, DEFINITIONS);
  hubspotLists(/schemas/, [
    { name: 'other', objectTypeId: '2-4', fullyQualifiedName: 5, labels: null },
    { name: 'machine', objectTypeId: '2-3', labels: { plural: 7 }, requiredProperties: 'bare' },
  ]);
});

it('columns are made of definitions of any shape', async () => {
  const { fields } = await columns(panel);
  expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
    ['2024 (code)', 'string'],
    ['bare', 'string'],
    ['odd', 'string'],
    ['size', 'options'],
  ]);
  expect(fields.at(-1)?.options).toEqual([{ name: '8', value: '7' }]);
});

it('ID properties are listed from definitions of any shape', async () => {
  expect(await list('searchIdProperties', panel)).toEqual([
    { name: '2024 (code)', value: 'code' },
    { name: 'Record ID (hs_object_id)', value: 'hs_object_id' },
  ]);
});

it('object types are listed from schemas of any shape', async () => {
  const entries = await list('searchObjectTypes', panel);
  expect(entries.slice(-2)).toEqual([
    { name: 'machine', value: '2-3' },
    { name: 'other', value: '2-4' },
  ]);
});

it('association labels are listed from an answer of any shape, those without a name by their value', async () => {
  hubspotLists(/labels/, [
    null,
    { label: 'No type' },
    { category: 'USER_DEFINED', typeId: 9, label: null },
    { category: 'USER_DEFINED', typeId: '8', label: 'Buyer' },
  ]);
  expect((await labels({ ...panel, otherTypes: ['contacts'] })).slice(1)).toEqual([
    { name: 'Buyer', value: 'USER_DEFINED:8' },
    { name: 'USER_DEFINED:9', value: 'USER_DEFINED:9' },
  ]);
});
