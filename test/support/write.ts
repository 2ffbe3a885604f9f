import type { RecordInput, RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';

/** An item's wish, with what a test is not about filled in. */
export function inputOf(index: number, id: string, properties = {}, more = {}): RecordInput {
  return {
    index,
    objectType: 'line_items',
    idProperty: 'sku',
    id,
    properties,
    traceId: '',
    ...more,
  };
}

/** A record on its way to HubSpot, with what a test is not about filled in. */
export function writeOf(id: string, properties = {}, more: Partial<RecordWrite> = {}): RecordWrite {
  return {
    objectType: 'line_items',
    idProperty: 'sku',
    id,
    properties,
    traceId: `trace-${id}`,
    indexes: [0],
    round: 0,
    ...more,
  };
}
