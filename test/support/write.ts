import type { RecordInput, RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';

/** Line items by SKU, of which no property definition is known. */
export const LINE_ITEMS = new Target('line_items', 'sku', undefined);

/** What an item asks for, with what a test is not about filled in. */
export function inputOf(
  index: number,
  id: string,
  properties = {},
  more: Partial<RecordInput> = {},
): RecordInput {
  return { target: LINE_ITEMS, index, id, properties, traceId: '', ...more };
}

/** A record on its way to HubSpot, with what a test is not about filled in. */
export function writeOf(id: string, properties = {}, more: Partial<RecordWrite> = {}): RecordWrite {
  return {
    target: LINE_ITEMS,
    id,
    properties,
    traceId: `trace-${id}`,
    indexes: [0],
    round: 0,
    ...more,
  };
}
