import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { stagesOf } from '../../nodes/HubspotBatchUpsert/prepare/stagesOf';
import { NeedsOptions } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { valueRules } from '../support/valueRules';

const options = [
  { value: 'won', label: 'Won' },
  { value: '7', label: 'Won' },
  { value: '8', label: 'New' },
];
const listed: PropertyDefinition = { name: 'dealstage', type: 'enumeration', options };
const ofPartners = { ...listed, options: options.slice(1), asked: {} };
const known = { ...listed, asked: { byPipeline: new Map([['partners', ofPartners]]) } };
const pipelines = (...values: string[]): PropertyDefinition => ({
  name: 'pipeline',
  options: values.map((value) => ({ value })),
});
const two = pipelines('default', 'partners');

it.each([
  ['a label beside its pipeline', 'New', 'partners', two],
  ['a label in another case', 'new', 'partners', two],
  ['a label in a list', ['New'], 'partners', two],
  ['what is no stage', 'Gone', 'partners', two],
  ['a label of two stages', 'Won', undefined, two],
  ['where pipelines are not listed', 'New', 'partners', undefined],
])('the pipelines have to be known for %s', (_, value, id, definition) => {
  const stages = stagesOf(listed, value, { id, definition }, valueRules);
  expect(stages).toEqual(new NeedsOptions('pipelines'));
});

it.each([
  ['an internal value', 'won', 'partners', two],
  ['an internal value with blanks around it', ' won ', 'partners', two],
  ['an internal value that is a number', 7, 'partners', two],
  ['a label of one stage without a pipeline', 'New', undefined, two],
  ['the same where the pipeline is cleared', 'New', '', two],
  ['nothing', '', 'partners', two],
  ['a label where there is one pipeline', 'Won', 'default', pipelines('default')],
])('they do not for %s', (_, value, id, definition) => {
  expect(stagesOf(listed, value, { id, definition }, valueRules)).toBe(listed);
});

it('once they are known a label counts within its pipeline, an internal value everywhere', () => {
  const within = (value: string, id?: string) =>
    stagesOf(known, value, { id, definition: two }, valueRules);
  expect(within('Won', 'partners')).toBe(ofPartners);
  expect(within('Won')).toBe(known);
  expect(within('Won', 'another')).toBe(known);
  expect(within('won', 'partners')).toBe(known);
});

it('a definition that lists no stages, or is not known, stays as it is', () => {
  const unlisted = { name: 'dealstage', externalOptions: true };
  for (const definition of [unlisted, undefined]) {
    const own = { id: 'partners', definition: two };
    expect(stagesOf(definition, 'Won', own, valueRules)).toBe(definition);
  }
});
