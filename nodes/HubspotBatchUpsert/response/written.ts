import type { RecordResult } from '../hubspot/types';
import type { Written } from '../model/outcome';

/**
 * HubSpot's own word on the write that it answered: a record that an earlier request of this very
 * run created before its response was lost was there already when it was asked again, and counts as
 * updated. Nobody could tell it from one that was there before.
 */
export function toWritten(result: RecordResult): Written {
  return { kind: 'written', outcome: result.new === true ? 'created' : 'updated', result };
}
