import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import {
  findByRecordId,
  haveRecordIds,
  matchByRecordId,
} from '../../nodes/HubspotBatchUpsert/response/matchByRecordId';
import { writeOf } from '../support/write';

const asked = (...ids: string[]) => ids.map((id) => writeOf(`key of ${id}`, {}, { recordId: id }));
const record = (id: string, merged = ''): RecordResult => ({
  ...{ id, properties: { hs_merged_object_ids: merged } },
});
const told = (matched: ReturnType<typeof findByRecordId>) =>
  Object.fromEntries([...matched].map(([{ recordId = '' }, { id }]) => [recordId, id]));

it('a result of a write is the record’s whose id it has', () => {
  const results = [record('2'), record('500', '1')];
  expect(told(matchByRecordId(results, asked('1', '2')))).toEqual({ 2: '2' });
});

it('a record that HubSpot holds is found by its own id, and by those that were merged into it', () => {
  const found = [record('500', '1;3'), record('2')];
  expect(told(findByRecordId(found, asked('1', '2', '3', '4', '500')))).toEqual({
    ...{ 1: '500', 2: '2', 3: '500', 500: '500' },
  });
});

it('by its own id first, wherever it stands', () => {
  for (const found of [
    [record('1'), record('500', '1')],
    [record('500', '1'), record('1')],
  ]) {
    expect(told(findByRecordId(found, asked('1')))).toEqual({ 1: '1' });
  }
});

it('records have ids where each of them has one', () => {
  expect(haveRecordIds(asked('1', '2'))).toBe(true);
  expect(haveRecordIds([...asked('1'), writeOf('A')])).toBe(false);
  expect(haveRecordIds([])).toBe(false);
});
