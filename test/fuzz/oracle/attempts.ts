import type { Trial } from './truth';

/** `attempted` is true where a request with the item's write reached HubSpot, and false otherwise. */
export function falseAttempts({ leaving, sent, writes, knowsProperties }: Trial): string[] {
  const sentTraceIds = new Set(sent.map(({ traceId }) => traceId));
  const sentIds = new Set(sent.map(({ id }) => id));
  const objections: string[] = [];
  for (const entry of leaving.values()) {
    if (!('failure' in entry)) continue;
    const { attempted, objectWriteTraceId, category, stage, httpStatus } = entry.failure;
    const name = `item ${entry.index} (${category})`;
    // Which write claims a trace id first depends on which ones there are.
    if (category === 'DUPLICATE_TRACE_ID' && !knowsProperties) continue;
    const write = writes.find(({ indexes }) => indexes.includes(entry.index));
    const wasSent =
      objectWriteTraceId === null
        ? write !== undefined && sentIds.has(write.id)
        : sentTraceIds.has(objectWriteTraceId);
    if (wasSent !== attempted) {
      objections.push(`${name} has attempted: ${attempted}, but was ${wasSent ? '' : 'not '}sent`);
    }
    if (stage === 'validate' && attempted) objections.push(`${name} failed before it was sent`);
    if (!attempted && httpStatus !== null) objections.push(`${name} was answered but not sent`);
    // Pairs that were not sent belong to a record that was.
    if (stage === 'associate') continue;
    const isLeftOut = stage === 'upsert' && !attempted;
    if (isLeftOut !== (category === 'NOT_ATTEMPTED')) {
      objections.push(`${name} of stage ${stage} has attempted: ${attempted}`);
    }
  }
  return objections;
}

/** Items that the node has to refuse leave on Error, unsent. */
export function sentAllTheSame({ given, leaving, writes, knowsProperties }: Trial): string[] {
  if (!knowsProperties) return [];
  return [...leaving.values()].flatMap((entry) => {
    if (writes.some(({ indexes }) => indexes.includes(entry.index))) return [];
    const name = `item ${entry.index} of ${given.rows.length} cannot be written`;
    if ('success' in entry) return [`${name} and is on Success`];
    const { category } = entry.failure;
    if (given.rows[entry.index]?.shape && category !== 'MISSING_ID') {
      return [`${name}, since it has no fields, and not for ${category}`];
    }
    return entry.failure.attempted ? [`${name} and was sent`] : [];
  });
}
