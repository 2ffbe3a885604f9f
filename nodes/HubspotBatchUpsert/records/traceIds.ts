import { ownFailure, type Failure } from '../outcome/outcome';
import { quote } from '../values/converted';
import type { RecordWrite } from './recordInput';

export interface Traced {
  writes: RecordWrite[];
  rejected: Array<{ write: RecordWrite; failure: Failure }>;
}

/**
 * Gives every record a trace id of its own, since HubSpot tells the outcomes of a batch apart by
 * them and refuses a batch whole where one is missing. A user's trace id goes to the first record
 * that claims it.
 *
 * @param runId Unique to the run, so that a trace id found in HubSpot's logs leads to one run.
 */
export function assignTraceIds(writes: readonly RecordWrite[], runId: string): Traced {
  const claimed = new Set<string>();
  const traced: Traced = { writes: [], rejected: [] };
  for (const write of writes) {
    if (claimed.has(write.traceId)) traced.rejected.push({ write, failure: claimedTwice(write) });
    else traced.writes.push(write);
    if (write.traceId !== '') claimed.add(write.traceId);
  }
  let count = 0;
  const nextOwn = (): string => {
    do count += 1;
    while (claimed.has(`${runId}-${count}`));
    return `${runId}-${count}`;
  };
  traced.writes = traced.writes.map((write) =>
    write.traceId === '' ? { ...write, traceId: nextOwn() } : write,
  );
  return traced;
}

function claimedTwice({ traceId }: RecordWrite): Failure {
  const message = `The objectWriteTraceId ${quote(traceId)} stands for more than one record of this run: make it unique, or leave the option empty`;
  return ownFailure('DUPLICATE_TRACE_ID', message, { value: traceId });
}
