import type { RecordResult } from '../hubspot/types';
import type { Written } from '../model/outcome';
import type { RecordWrite } from '../model/record';

/**
 * HubSpot's own word on the write that it answered: a record that an earlier request of this very
 * run created before its response was lost was there already when it was asked again, and counts as
 * updated. Nobody could tell it from one that was there before. Where that response came, it counts.
 */
export function toWritten(
  result: RecordResult,
  { operation = 'upsert', wasCreated = false }: Pick<RecordWrite, 'operation' | 'wasCreated'>,
): Written {
  const told = wasCreated ? { ...result, new: true } : result;
  const isCreated = operation === 'upsert' ? told.new === true : operation === 'create';
  return { kind: 'written', outcome: isCreated ? 'created' : 'updated', result: told };
}
