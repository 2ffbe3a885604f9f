import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { warnOfStoredOtherwise } from '../../nodes/HubspotBatchUpsert/response/storedOtherwise';
import { writeOf } from '../support/write';

const definitions = toPropertyDefinitions([{ name: 'price', type: 'number' }]);
const target = new Target('line_items', 'sku', definitions);
const write = writeOf('A', { stage: 'lead', price: '1.50', note: 'x' }, { target });

it('each value that HubSpot shows otherwise is warned of', () => {
  const result = { id: '7', properties: { stage: 'customer', price: '1.5', note: null } };
  const { warnings, ...others } = warnOfStoredOtherwise(result, write);
  expect(others).toEqual(result);
  expect(warnings).toEqual([
    {
      ...{ category: 'STORED_OTHERWISE', property: 'stage', sent: 'lead', stored: 'customer' },
      message: 'HubSpot was sent "lead" for stage and holds "customer"',
    },
    {
      ...{ category: 'STORED_OTHERWISE', property: 'note', sent: 'x', stored: '' },
      message: 'HubSpot was sent "x" for note and holds nothing',
    },
  ]);
});

it.each([
  ['nothing is shown', { id: '7' }],
  ['the properties are not shown', { id: '7', properties: { hs_object_id: '7' } }],
  ['all is held as it was sent', { properties: { stage: 'lead', price: '1.5', note: 'x' } }],
])('the result stays the same where %s', (_, result) => {
  expect(warnOfStoredOtherwise(result, write)).toBe(result);
});

it('HubSpot’s own warnings stand first, and what they name is told once', () => {
  const own = [{ property: 'stage', message: 'It does not go back' }];
  const result = { properties: { stage: 'customer', note: 'y' }, warnings: own };
  expect(warnOfStoredOtherwise(result, write).warnings).toEqual([
    own[0],
    expect.objectContaining({ property: 'note' }),
  ]);
});

it('warnings that are no list give way', () => {
  const result = { properties: { note: 'y' }, warnings: 'none' };
  expect(warnOfStoredOtherwise(result, write).warnings).toEqual([
    expect.objectContaining({ property: 'note' }),
  ]);
});
