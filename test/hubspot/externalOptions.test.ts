import {
  areOptionsUnlisted,
  holdsOwners,
  holdsPipelines,
} from '../../nodes/HubspotBatchUpsert/hubspot/optionSource';
import { parseOwners } from '../../nodes/HubspotBatchUpsert/hubspot/owners';
import { parsePipelines } from '../../nodes/HubspotBatchUpsert/hubspot/pipelines';
import { parsePropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';

it.each([[null], [{}], [{ results: 7 }], [{ results: [null, 7, {}, { id: {} }, { id: '' }] }]])(
  'an answer of %j holds neither owners nor pipelines',
  (json) => {
    expect(parseOwners(json)).toEqual([]);
    expect(parsePipelines(json)).toEqual([]);
  },
);

it('an id may come as a number', () => {
  expect(parseOwners({ results: [{ id: 7, email: 'a@example.com' }] })).toEqual([
    { value: '7', label: 'a@example.com' },
  ]);
  const stages = [{ id: 8, label: 'New' }, null];
  expect(parsePipelines({ results: [{ id: 7, label: 'Sales', stages }] })).toEqual([
    {
      value: '7',
      label: 'Sales',
      stages: [{ value: '8', label: 'New', pipeline: 'Sales' }],
    },
  ]);
});

it('pipelines may have neither labels nor stages', () => {
  expect(parsePipelines({ results: [{ id: '7', stages: 'x' }] })).toEqual([
    { value: '7', label: undefined, stages: [] },
  ]);
});

it.each<[string, object, boolean, boolean, boolean]>([
  ['of owners', { name: 'seller', referencedObjectType: 'OWNER', externalOptions: true }, true, false, true], // prettier-ignore
  ['of pipelines', { name: 'hs_pipeline', externalOptions: true }, false, true, true],
  ['of stages', { name: 'dealstage', externalOptions: true, options: [] }, false, true, true],
  ['that lists them', { name: 'dealstage', externalOptions: true, options: [{ value: 'a' }] }, false, true, false], // prettier-ignore
  ['without options', { name: 'dealstage' }, false, true, false],
  ['of anything else', { name: 'lifecyclestage', externalOptions: true }, false, false, true],
])('a property %s is known as such', (_, json, owners, pipelines, areUnlisted) => {
  const definition = parsePropertyDefinitions({ results: [json] })[0]!;
  expect(holdsOwners(definition)).toBe(owners);
  expect(holdsPipelines(definition)).toBe(pipelines);
  expect(areOptionsUnlisted(definition)).toBe(areUnlisted);
});
