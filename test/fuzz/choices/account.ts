import fc from 'fast-check';
import { account, sandboxOptionsOf, type Account } from '../cases/account';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';

/** Ways of HubSpot that count where records are created and updated apart, and searched. */
export interface ChoicesAccount extends Account {
  missingInUpdate: SandboxOptions['missingInUpdate'];
  updatesByEmail: SandboxOptions['updatesByEmail'];
  conflictWording: SandboxOptions['conflictWording'];
  refuseWholeBatchFor: SandboxOptions['refuseWholeBatchFor'];
  emptyWrites: SandboxOptions['emptyWrites'];
  searchLagMs: number;
  searchPageSize: number;
  searchFindsUpperCase: boolean;
}

export const choicesAccount: fc.Arbitrary<ChoicesAccount> = fc
  .tuple(
    account,
    fc.record({
      missingInUpdate: fc.constantFrom('perRecord' as const, 'oneError', 'refusesBatch'),
      updatesByEmail: fc.constantFrom('written' as const, 'refused'),
      conflictWording: fc.constantFrom('coordinates' as const, 'existingId', 'takenValue'),
      refuseWholeBatchFor: fc.constantFrom<SandboxOptions['refuseWholeBatchFor']>(
        [],
        [],
        ['conflict'],
      ),
      emptyWrites: fc.constantFrom('written' as const, 'refused'),
      searchLagMs: fc.constantFrom(0, 4_000, 20_000),
      searchPageSize: fc.constantFrom(200, 3, 2),
      searchFindsUpperCase: fc.boolean(),
    }),
  )
  .map(([one, more]) => ({ ...one, ...more }));

export function choicesSandboxOptions(given: ChoicesAccount): Partial<SandboxOptions> {
  const { echo, duplicateRecords, mostInputs, ...more } = given;
  return { ...sandboxOptionsOf({ echo, duplicateRecords, mostInputs }), ...more };
}
