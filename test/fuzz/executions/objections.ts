import { leavingOf, type Leaving } from '../oracle/leaving';
import { unaccounted } from '../oracle/accounted';
import type { ExecutionsCase } from './case';
import { nameOf, type Evidence } from './run';

/** Failures that leave open whether the record was written. */
const OPEN = new Set(['NO_OUTCOME', 'TIMEOUT', 'NETWORK']);
/** A refusal that is not the last word: what was sent before may come in when nobody looks any more. */
const MAY_STILL_COME = 'An earlier request for it got no answer and may still reach HubSpot';

/** What speaks against each execution's outputs, and against the requests that all of them needed. */
export function objectionsTo(given: ExecutionsCase, evidence: Evidence): string[] {
  return [
    ...given.executions.flatMap((_, execution) =>
      ofExecution(execution, given, evidence).map((said) => `execution ${execution}: ${said}`),
    ),
    ...ofRequests(evidence),
  ];
}

function ofExecution(
  execution: number,
  given: ExecutionsCase,
  { outcomes, ...evidence }: Evidence,
): string[] {
  const { rows, cancelledAfterMs } = given.executions[execution]!;
  const outcome = outcomes[execution];
  if (outcome === undefined) return ['did not end'];
  if (outcome.run.status === 'canceled' || cancelledAfterMs !== undefined) return [];
  if (outcome.thrown) {
    const isPossible =
      given.faults.length > 0 && rows.every(({ key }) => !wasWritten(execution, key, evidence));
    return isPossible ? [] : [`threw ${outcome.thrown.message}`];
  }
  const json = (key: string) => ({ invoice_line_key: key, name: nameOf(execution, key) });
  return [
    ...unaccounted(outcome, {
      rows: rows.map(({ key }) => ({ json: json(key) })),
      options: { output: 'item' } as never,
    }),
    ...leavingOf(outcome, 'item').flatMap((leaving) =>
      ofItem(leaving, execution, given, evidence).map((said) => `item ${leaving.index}: ${said}`),
    ),
    ...quotedOfOthers(outcome.error, execution, given),
  ];
}

type Store = Omit<Evidence, 'outcomes'>;

/** Did a request that HubSpot worked on write the execution's value of the record? */
function wasWritten(execution: number, key: string, { log }: Store): boolean {
  return log.some(
    ({ body, written }) =>
      written.length > 0 && inputsOf(body).some((input) => isOf(input, execution, key)),
  );
}

interface Input {
  id: string;
  properties: Record<string, string>;
  objectWriteTraceId: string;
}

function inputsOf(body: unknown): Input[] {
  return (body as { inputs?: Input[] } | undefined)?.inputs ?? [];
}

function isOf({ id, properties }: Input, execution: number, key: string): boolean {
  return id === key && properties?.name === nameOf(execution, key);
}

function ofItem(
  leaving: Leaving,
  execution: number,
  given: ExecutionsCase,
  store: Store,
): string[] {
  const { key, isBad } = given.executions[execution]!.rows[leaving.index]!;
  const record = store.after.get(key);
  const isShared = key.startsWith('S');
  const wasSent = store.log.some(({ body }) =>
    inputsOf(body).some((input) => isOf(input, execution, key)),
  );
  if ('success' in leaving) {
    const { id, outcome, idValue } = leaving.success;
    if (isBad) return ['was refused, and is on Success'];
    if (idValue !== key || record === undefined) return [`is told as ${idValue}`];
    if (id !== undefined && id !== record.id) return [`has the id of another record, ${id}`];
    if (!isShared && record.properties.name !== nameOf(execution, key)) return ['was not written'];
    if (outcome === 'created' && store.before.has(key))
      return ['was there, and is told as created'];
    const isLost = given.faults.length > 0;
    if (!isLost && !isShared && outcome !== (store.before.has(key) ? 'updated' : 'created')) {
      return [`is told as ${outcome}`];
    }
    return [];
  }
  const { category, attempted, retryable, message } = leaving.failure;
  if (attempted !== wasSent) return [`attempted is ${attempted}, sent is ${wasSent}`];
  if (given.faults.length === 0 && !isBad)
    return [`is good, and failed with ${category}: ${message}`];
  const isLastWord = !OPEN.has(category) && !message.includes(MAY_STILL_COME);
  const isRefused = isLastWord && attempted && !retryable;
  if (isRefused && !isShared && record?.properties.name === nameOf(execution, key)) {
    return [`was written, and is told as refused (${category})`];
  }
  return [];
}

/** No message tells of another execution's records. */
function quotedOfOthers(
  error: ReadonlyArray<{ json: object }>,
  execution: number,
  { executions }: ExecutionsCase,
): string[] {
  const others = executions.flatMap(({ rows }, other) =>
    other === execution ? [] : rows.map(({ key }) => nameOf(other, key)),
  );
  const text = JSON.stringify(
    error.map(({ json }) => (json as { hubspotError?: object }).hubspotError),
  );
  return others.filter((name) => text.includes(`"${name}"`)).map((name) => `quotes ${name}`);
}

function ofRequests({ log }: Evidence): string[] {
  return log.flatMap(({ body, path }) => {
    if (!path.endsWith('/batch/upsert')) return [];
    const ids = inputsOf(body).map(({ id }) => id);
    const isTwice = new Set(ids).size < ids.length;
    return [
      ...(isTwice ? [`a record stands twice in a request: ${ids.join()}`] : []),
      ...(ids.length > 100 ? [`${ids.length} records in a request`] : []),
    ];
  });
}
