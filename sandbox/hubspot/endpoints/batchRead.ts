import type { Answer } from '../answers/answer';
import { inputError } from '../answers/writeProblems';
import { readResult } from '../answers/records';
import type { RecordResult } from '../answers/records';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import type { SandboxOptions } from '../options';
import { batchAnswer, silentNoop } from './batchAnswer';
import { inputId, rawInputs } from './batchInputs';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';
import { refuseReadByOthers } from './unfitInputs';

/** `POST …/batch/read`: records by id, or by a unique property; what is missing makes it a 207. */
export function batchRead(call: Call, hubspot: Hubspot): Answer {
  const startedAt = hubspot.options.now();
  const table = objectTable(hubspot, call);
  const body = isObject(call.body) ? call.body : {};
  const ids = rawInputs(call.body, readLimit(body, hubspot.options)).map(inputId);
  if (ids.length === 0) return silentNoop();

  const idProperty = textOf(body.idProperty);
  refuseReadByOthers(table, idProperty);
  const asked = propertyNames(body.properties);
  const names = idProperty === undefined ? asked : [...new Set([...asked, idProperty])];

  const results = new Map<string, RecordResult>();
  const missing: string[] = [];
  for (const id of ids) {
    const record = table.find(idProperty, id);
    if (record === undefined) missing.push(id);
    else results.set(record.id, readResult(table, record, names));
  }
  const found = [...results.values()];
  return batchAnswer({
    results: hubspot.options.shuffleResults ? hubspot.resultOrder.shuffled(found) : found,
    errors: missing.map((id) =>
      inputError(table.type, { kind: 'notFound', id }, hubspot.options, undefined),
    ),
    startedAt,
    completedAt: hubspot.options.now(),
  });
}

/** Histories make it smaller (facts.md, "Limits"). */
function readLimit(
  { propertiesWithHistory }: Record<string, unknown>,
  { batchSizeLimit, historyReadLimit, emptyHistoryCounts }: SandboxOptions,
): number {
  const asksHistories =
    Array.isArray(propertiesWithHistory) &&
    (propertiesWithHistory.length > 0 || emptyHistoryCounts);
  return asksHistories ? Math.min(batchSizeLimit, historyReadLimit) : batchSizeLimit;
}

function propertyNames(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : [];
  return names.filter((name): name is string => typeof name === 'string');
}
