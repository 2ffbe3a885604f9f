import {
  mergedIdProperties,
  mergedIds,
  noteMergedId,
} from '../../nodes/HubspotBatchUpsert/hubspot/mergedRecords';
import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';

it.each([
  ['companies', ['hs_merged_object_ids']],
  ['2-7', ['hs_merged_object_ids']],
  ['contacts', ['hs_merged_object_ids', 'hs_calculated_merged_vids']],
  ['0-1', ['hs_merged_object_ids', 'hs_calculated_merged_vids']],
])('which records were merged into one stands, of %s, in %j', (objectType, expected) => {
  expect(mergedIdProperties(objectType)).toEqual(expected);
});

it.each<[RecordResult['properties'], string[]]>([
  [undefined, []],
  [{}, []],
  [{ hs_merged_object_ids: null }, []],
  [{ hs_merged_object_ids: '' }, []],
  [{ hs_merged_object_ids: '101' }, ['101']],
  [{ hs_merged_object_ids: 101 }, ['101']],
  [{ hs_merged_object_ids: '101; 102;' }, ['101', '102']],
  [{ hs_calculated_merged_vids: '101:1723590793292;102:1723590793293' }, ['101', '102']],
  [{ hs_merged_object_ids: '101', hs_calculated_merged_vids: '99:1' }, ['101', '99']],
])('%j shows the ids %j', (properties, expected) => {
  expect(mergedIds({ id: '500', properties })).toEqual(expected);
});

describe('an id that led to a record is noted', () => {
  const noted = (id: string, properties?: Record<string, unknown>) => {
    const record: RecordResult = { id: '500', properties };
    noteMergedId(record, id);
    return record.properties;
  };

  it('beside those that it shows', () => {
    expect(noted('101')).toEqual({ hs_merged_object_ids: '101' });
    expect(noted('101', { city: 'Rome', hs_merged_object_ids: '99' })).toEqual({
      city: 'Rome',
      hs_merged_object_ids: '99;101',
    });
  });

  it('but not its own, nor one that it shows', () => {
    expect(noted('500', {})).toEqual({});
    expect(noted('101', { hs_calculated_merged_vids: '101:7' })).toEqual({
      hs_calculated_merged_vids: '101:7',
    });
  });
});
