import fc from 'fast-check';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { account, type Account } from '../cases/account';
import { choicesFaults } from '../choices/faults';

/** One line item of an execution. */
interface Row {
  /** Several executions may write the record of the same key. */
  key: string;
  /** HubSpot refuses it: another record has its serial number. */
  isBad: boolean;
}

/** Several executions at once on one account. */
export interface ExecutionsCase {
  executions: ReadonlyArray<{
    rows: readonly Row[];
    /** The user stops it after so many ms; undefined where nobody does. */
    cancelledAfterMs: number | undefined;
    batchSize: number;
  }>;
  /** Keys of records that are there before. */
  held: readonly string[];
  account: Account;
  refusesWholeBatch: boolean;
  /** Requests in two seconds. */
  perWindow: number;
  latencyMs: number;
  faults: readonly FaultOrder[];
  maxRetries: number;
  seed: number;
}

const SHARED = ['S-1', 'S-2'];

const row = fc.record({
  shared: fc.option(fc.constantFrom(...SHARED), { freq: 6 }),
  isBad: fc.boolean().chain((bad) => (bad ? fc.boolean() : fc.constant(false))),
});

const execution = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  cancelledAfterMs: fc.option(fc.integer({ min: 0, max: 9_000 }), { freq: 6, nil: undefined }),
  batchSize: fc.constantFrom(100, 100, 100, 100, 2),
});

/** @param faults Of HubSpot and the way to it. */
function executionsCase(faults: fc.Arbitrary<readonly FaultOrder[]>): fc.Arbitrary<ExecutionsCase> {
  return fc
    .record({
      executions: fc.array(execution, { minLength: 2, maxLength: 14 }),
      held: fc.subarray(['0-0', '1-0', '2-1', ...SHARED]),
      account,
      refusesWholeBatch: fc.boolean(),
      perWindow: fc.constantFrom(3, 6, 20),
      latencyMs: fc.constantFrom(0, 40, 700),
      faults,
      maxRetries: fc.constantFrom(0, 1, 5),
      seed: fc.nat(),
    })
    .map(({ executions, ...rest }) => ({ ...rest, executions: executions.map(withKeys) }));
}

export const inCalm = executionsCase(fc.constant([]));
export const inTrouble = executionsCase(choicesFaults);

function withKeys(
  {
    rows,
    ...rest
  }: { rows: Array<{ shared: string | null; isBad: boolean }> } & Omit<
    ExecutionsCase['executions'][number],
    'rows'
  >,
  execution: number,
): ExecutionsCase['executions'][number] {
  const keys = new Set<string>();
  const own = rows.map(({ shared, isBad }, place) => {
    const key = shared === null || keys.has(shared) ? `${execution}-${place}` : shared;
    keys.add(key);
    return { key, isBad };
  });
  return { ...rest, rows: own };
}
