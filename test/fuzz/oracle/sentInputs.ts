import type { LogEntry } from '../../../sandbox/hubspot/log';

/** One input of one upsert, as it arrived. */
export interface SentInput {
  request: LogEntry;
  id: string;
  traceId: string;
  properties: Record<string, string>;
}

/** Every input of every upsert, in the order of arrival. */
export function sentInputs(log: readonly LogEntry[]): SentInput[] {
  return log.filter(({ operation }) => operation === 'upsert').flatMap(inputsOf);
}

function inputsOf(request: LogEntry): SentInput[] {
  const { inputs } = request.body as {
    inputs: Array<{ id: string; objectWriteTraceId: string; properties: Record<string, string> }>;
  };
  return inputs.map(({ id, objectWriteTraceId, properties }) => ({
    request,
    id,
    traceId: objectWriteTraceId,
    properties,
  }));
}
