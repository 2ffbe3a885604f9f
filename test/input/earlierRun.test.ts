import {
  recordOfEarlierRun,
  withoutEarlierRun,
} from '../../nodes/HubspotBatchUpsert/input/earlierRun';

const hubspot = { objectType: 'deals', idProperty: 'deal_key', idValue: 'D-1', outcome: 'created' };
const hubspotError = { stage: 'associate', attempted: true };

it.each([
  [{ hubspot, name: 'x' }],
  [{ hubspotError, name: 'x' }],
  [{ hubspot: 'mine', hubspotError: null, name: 'x' }],
])('the fields of %j are those that the node did not write', (json) => {
  expect(withoutEarlierRun(json)).toEqual({ name: 'x' });
});

it('fields that no earlier run has added to are the same', () => {
  const json = { name: 'x' };
  expect(withoutEarlierRun(json)).toBe(json);
});

it('a record that was written and not associated is told by what it is found by', () => {
  expect(recordOfEarlierRun({ hubspot, hubspotError })).toEqual({
    objectType: 'deals',
    idProperty: 'deal_key',
    idValue: 'D-1',
  });
});

it.each([
  ['was skipped, being there, and not associated', 'skipped', { stage: 'associate', attempted: true }], // prettier-ignore
  ['failed otherwise since', 'created', { stage: 'read', attempted: false }],
])('the same of a record that %s', (_, outcome, failure) => {
  const json = { hubspot: { ...hubspot, outcome }, hubspotError: failure };
  expect(recordOfEarlierRun(json)).toMatchObject({ idValue: 'D-1' });
});

it.each<[string, Parameters<typeof recordOfEarlierRun>[0]]>([
  ['an item that is new', { name: 'x' }],
  ['a record that was written', { hubspot }],
  ['one that failed', { hubspotError }],
  ['one that was skipped, and failed in a later run', { hubspot: { ...hubspot, outcome: 'skipped' }, hubspotError: { stage: 'upsert', attempted: true } }], // prettier-ignore
  ['one of a dry run', { hubspot: { ...hubspot, outcome: 'wouldCreate' }, hubspotError: { stage: 'associate', attempted: false } }], // prettier-ignore
  ['fields of the user', { hubspot: 'deals', hubspotError: 'associate' }],
  ['empty fields', { hubspot: null, hubspotError: null }],
  ['one without an object type', { hubspot: { ...hubspot, objectType: 7 }, hubspotError }],
  ['one without an idProperty', { hubspot: { ...hubspot, idProperty: null }, hubspotError }],
  ['one without an ID', { hubspot: { ...hubspot, idValue: ['D-1'] }, hubspotError }],
])('%s is none', (_, json) => {
  expect(recordOfEarlierRun(json)).toBeUndefined();
});
