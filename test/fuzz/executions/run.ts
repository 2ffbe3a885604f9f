import type { NodeOutcome } from '../../../sandbox/engine/runNode';
import type { RecordSnapshot } from '../../../sandbox/hubspot/crm/recordSnapshot';
import type { LogEntry } from '../../../sandbox/hubspot/log';
import { sandboxForTest, takeSerial } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';
import { sandboxOptionsOf } from '../cases/account';
import { withinTime } from '../withinTime';
import type { ExecutionsCase } from './case';

export interface Evidence {
  /** By execution; undefined where it did not end. */
  outcomes: ReadonlyArray<NodeOutcome | undefined>;
  log: readonly LogEntry[];
  /** By key. */
  before: ReadonlyMap<string, RecordSnapshot>;
  after: ReadonlyMap<string, RecordSnapshot>;
}

/** The value of `name` that an execution gives a record. */
export function nameOf(execution: number, key: string): string {
  return `${key} of ${execution}`;
}

/**
 * Runs all executions, in n8n's engine against a sandbox of their own.
 *
 * @param atOnce False: each begins when the one before has ended, as if the process were a new one.
 */
export async function runExecutions(given: ExecutionsCase, atOnce = true): Promise<Evidence> {
  const { account, refusesWholeBatch, perWindow, latencyMs: ms, seed, maxRetries } = given;
  const sandbox = await sandboxForTest({
    ...sandboxOptionsOf(account),
    refuseWholeBatchFor: refusesWholeBatch ? ['conflict'] : [],
    rateLimit: { perWindow, windowMs: 2_000, daily: null, kind: 'rolling' },
    latency: { minMs: ms, maxMs: ms },
    seed,
  });
  try {
    takeSerial(sandbox, 'TAKEN');
    for (const key of given.held) sandbox.store.put('line_items', { invoice_line_key: key });
    const keyed = () =>
      new Map(
        sandbox.store
          .records('line_items')
          .map((record) => [record.properties.invoice_line_key ?? '', record]),
      );
    const before = keyed();
    for (const order of given.faults) sandbox.faults.add(order);
    const credential = { id: 'executions', ...serviceKeyOf(sandbox) };
    const run = async (execution: number) => {
      const { rows, cancelledAfterMs, batchSize } = given.executions[execution]!;
      const stop = new AbortController();
      const timer = cancelledAfterMs && setTimeout(() => stop.abort(), cancelledAfterMs);
      const outcome = await withinTime(
        upsert({
          items: rows.map(({ key, isBad }) => ({
            invoice_line_key: key,
            name: nameOf(execution, key),
            ...(isBad && { serial: 'TAKEN' }),
          })),
          credential: atOnce ? credential : { ...credential, id: `alone-${execution}` },
          signal: stop.signal,
          parameters: { options: { maxRetries, batchSize } },
        }),
      );
      clearTimeout(timer);
      return outcome;
    };
    const outcomes: Array<NodeOutcome | undefined> = [];
    const places = [...given.executions.keys()];
    if (atOnce) outcomes.push(...(await Promise.all(places.map(run))));
    else for (const place of places) outcomes.push(await run(place));
    return { outcomes, log: [...sandbox.log.entries], before, after: keyed() };
  } finally {
    await sandbox.stop();
  }
}
