import fc from 'fast-check';
import type { NodeSettings } from '../../../sandbox/engine/runNode';
import type { FaultOrder } from '../../../sandbox/hubspot/faults/fault';
import { account, USUAL_INPUTS, type Account } from './account';
import { faultScript, faultOfAll, transientFaults } from './faultScripts';
import { askingRow, filledRow, filling, type Filling } from './filling';
import { oddRow } from './oddItems';
import { nodeOptions, type NodeOptions } from './nodeOptions';
import { askOf, type Ask } from './asks';
import { pairFaultScript, transientPairFaults } from './pairFaultScripts';
import { pairsAccount, type PairsAccount } from './pairsAccount';
import { rowOf, smallRowOf, type Row } from './rows';
import { CONTACTS, LINE_ITEMS, type Target } from './target';

/** One run of the node: what goes in, how the node is set, and what HubSpot does. */
export interface FuzzCase {
  target: Target;
  rows: Row[];
  options: NodeOptions;
  filling: Filling;
  onError: NonNullable<NodeSettings['onError']>;
  authentication: 'serviceKey' | 'oAuth2';
  /** Has the access token expired before the run? Only with OAuth2. */
  isTokenStale: boolean;
  account: Account;
  seed: number;
  faults: FaultOrder[];
  /** Undefined where no item asks for associations. */
  associating?: Associating;
}

/** What the items want their records associated with, and how HubSpot associates. */
export interface Associating {
  /** By item, one for each entry of the parameter that it fills in. */
  asks: readonly Ask[][];
  account: PairsAccount;
}

/** Entries of the parameter `associations`. */
export const ENTRIES = 3;

/** Share of cases with more than a hundred rows, where 50 have fewer. */
const MANY_ROWS = 20;

/** Every fault there is. */
export const anyCase: fc.Arbitrary<FuzzCase> = caseWith(({ rows }) => faultScript(idsOf(rows)));

/** No fault at all. */
export const calmCase: fc.Arbitrary<FuzzCase> = caseWith(() => fc.constant([]));

/** Faults that the node should get over, if it is patient. */
export const transientCase: fc.Arbitrary<FuzzCase> = caseWith(({ options }) =>
  transientFaults(options.maxRetries),
).map((given) => ({
  ...given,
  options: { ...given.options, patience: 300 },
  // Whoever loses the answer to a batch that was refused whole cannot know that it was.
  account: { ...given.account, mostInputs: USUAL_INPUTS, duplicateRecords: 'written' },
}));

/** Items ask for associations, and nothing goes wrong. */
export const calmAssociatingCase: fc.Arbitrary<FuzzCase> = associatingCase(() => fc.constant([]));

/** Items ask for associations, and all that these need goes wrong. */
export const anyAssociatingCase: fc.Arbitrary<FuzzCase> = associatingCase(() => pairFaultScript);

/** Items ask for associations, with faults that the node should get over. */
export const transientAssociatingCase: fc.Arbitrary<FuzzCase> = associatingCase(({ options }) =>
  transientPairFaults(options.maxRetries),
).map((given) => ({ ...given, options: { ...given.options, patience: 300 } }));

/** One refusal that every record meets, and no other fault. */
export const refusedCase: fc.Arbitrary<FuzzCase> = caseWith(() => faultOfAll, MANY_ROWS);

function caseWith(
  faultsFor: (rest: Omit<FuzzCase, 'faults'>) => fc.Arbitrary<FaultOrder[]>,
  manyRows = 1,
): fc.Arbitrary<FuzzCase> {
  return fc
    .constantFrom(LINE_ITEMS, LINE_ITEMS, CONTACTS)
    .chain((target) =>
      fc.record({
        target: fc.constant(target),
        rows: fc.oneof(
          { weight: 40, arbitrary: fc.array(anyRow(target), { minLength: 1, maxLength: 12 }) },
          { weight: 10, arbitrary: fc.array(anyRow(target), { minLength: 20, maxLength: 60 }) },
          {
            weight: manyRows,
            arbitrary: fc.array(smallRowOf(target), { minLength: 101, maxLength: 400 }),
          },
        ),
        options: nodeOptions,
        filling,
        onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
        authentication: fc.constantFrom('serviceKey', 'serviceKey', 'oAuth2'),
        isTokenStale: fc.boolean(),
        account,
        seed: fc.integer({ min: 1, max: 1000 }),
      }),
    )
    .map((rest) => ({
      ...rest,
      rows: rest.rows.map((row, index) =>
        filledRow(row, index, { given: rest.filling, options: rest.options, target: rest.target }),
      ),
    }))
    .chain((rest: Omit<FuzzCase, 'faults'>) =>
      faultsFor(rest).map((faults) => ({ ...rest, faults })),
    );
}

function associatingCase(
  faultsFor: (rest: FuzzCase) => fc.Arbitrary<FaultOrder[]>,
): fc.Arbitrary<FuzzCase> {
  return caseWith(() => fc.constant([])).chain((given) => {
    const associating = associatingOf(given, idsOf(given.rows));
    return fc.record({ associating, faults: faultsFor(given) }).map(({ faults, associating }) => ({
      ...given,
      rows: given.rows.map((row, index) => askingRow(row, associating.asks[index]!)),
      // A batch/read of others takes a hundred in every account.
      account: { ...given.account, mostInputs: USUAL_INPUTS },
      faults,
      associating,
    }));
  });
}

/** @param ownKeys Of the records that the case writes. */
export function associatingOf(
  { target, rows }: { target: Pick<Target, 'objectType' | 'idProperty'>; rows: readonly object[] },
  ownKeys: readonly string[],
): fc.Arbitrary<Associating> {
  const asks = fc.array(askOf(target, ownKeys), { minLength: 0, maxLength: ENTRIES });
  const { length } = rows;
  return fc.record({
    asks: fc.array(asks, { minLength: length, maxLength: length }),
    account: pairsAccount,
  });
}

function anyRow(target: Target): fc.Arbitrary<Row> {
  return fc.oneof({ weight: 30, arbitrary: rowOf(target) }, { weight: 1, arbitrary: oddRow });
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ key }) => key.id ?? []);
}
