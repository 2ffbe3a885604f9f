import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { NOTHING } from '../../nodes/HubspotBatchUpsert/response/interpret';
import { readBackOutcomes } from '../../nodes/HubspotBatchUpsert/response/readBackOutcomes';
import { writeOf } from '../support/write';

const byRecordId = new Target('contacts', 'hs_object_id', undefined);
const unknown = ownFailure('NO_OUTCOME', 'Nobody knows.', { retryable: true, attempted: true });

/** Two records that were merged into one are updated; how each ends, with the city that is told of it. */
function ends(cities: Array<string | undefined>, results: string[], held: string) {
  const writes = cities.map((city, place) =>
    writeOf(String(place), city === undefined ? {} : { city }, {
      ...{ target: byRecordId, recordId: String(place), operation: 'update' },
    }),
  );
  const merged = writes.map(({ id }) => id).join(';');
  const found = { id: '500', properties: { city: held, hs_merged_object_ids: merged } };
  const unpaired = results.map((city): RecordResult => ({ id: '500', properties: { city } }));
  const unconfirmed = writes.map((write) => [write, unknown] as [typeof write, typeof unknown]);
  const outcomes = readBackOutcomes({ ...NOTHING, unconfirmed, unpaired }, [found], writes);
  const told = new Map([...outcomes.settled, ...outcomes.unconfirmed]);
  return writes.map((write) => {
    const end = told.get(write);
    return end?.kind === 'written' ? `${end.outcome} ${String(end.result.properties?.city)}` : end?.kind; // prettier-ignore
  });
}

describe('of two records that were merged into one', () => {
  it('each has a result where there are as many, the one that shows what it sent', () => {
    expect(ends(['Rome', 'Oslo'], ['Oslo', 'Rome'], 'Oslo')).toEqual(['updated Rome', 'updated Oslo']); // prettier-ignore
  });

  it('one result says nothing of either: that is written which HubSpot holds', () => {
    expect(ends(['Rome', 'Oslo'], ['Oslo'], 'Oslo')).toEqual(['failure', 'written Oslo']);
    expect(ends(['Oslo', 'Oslo'], ['Oslo'], 'Oslo')).toEqual(['written Oslo', 'written Oslo']);
  });

  it('the one that is open has the result', () => {
    expect(ends(['Rome'], ['Rome'], 'Oslo')).toEqual(['updated Rome']);
  });
});
