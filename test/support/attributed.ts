import { parseError } from '../../nodes/HubspotBatchUpsert/hubspot/parsing';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { attribute } from '../../nodes/HubspotBatchUpsert/response/attribute';

/** What becomes of a refused batch, told by the ids of its records. */
export function attributed(error: object, writes: readonly RecordWrite[], size?: number) {
  const { bad, resend, toBisect } = attribute(parseError(error), writes, size);
  return { bad: idsOf(bad), resend: resend.map(idsOf), toBisect: idsOf(toBisect) };
}

function idsOf(writes: readonly RecordWrite[]): string[] {
  return writes.map(({ id }) => id);
}
