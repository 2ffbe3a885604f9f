import fc from 'fast-check';
import { BARE_V3, type SandboxOptions } from '../../../sandbox/hubspot/options';

/** By what the account's results tell whose they are. */
type Echo = keyof typeof ECHOES;

const ECHOES = {
  traceIds: { traceIdEcho: 'everywhere' },
  keys: { traceIdEcho: 'inErrorsAlone', keyInResults: 'always' },
  keysOfCreated: { traceIdEcho: 'inErrorsAlone', keyInResults: 'ofCreated' },
  bareV3: BARE_V3,
  nothing: { traceIdEcho: 'none', keyInResults: 'never' },
} satisfies Record<string, Partial<SandboxOptions>>;

/** HubSpot's ways that differ between accounts and versions, or are not known. */
export interface Account {
  echo: Echo;
  /** What becomes of a batch with two addresses of one contact. */
  duplicateRecords: SandboxOptions['duplicateRecords'];
  /** Inputs that a batch may have. */
  mostInputs: number;
}

export const USUAL_INPUTS = 100;

export const account: fc.Arbitrary<Account> = fc.record({
  echo: fc.constantFrom<Echo>('traceIds', 'traceIds', 'keys', 'keysOfCreated', 'bareV3', 'nothing'),
  duplicateRecords: fc.constantFrom('written', 'written', 'refused'),
  mostInputs: fc.constantFrom(USUAL_INPUTS, USUAL_INPUTS, USUAL_INPUTS, 20, 7, 1),
});

export function sandboxOptionsOf(given: Account): Partial<SandboxOptions> {
  const { echo, duplicateRecords, mostInputs } = given;
  return { ...ECHOES[echo], duplicateRecords, batchSizeLimit: mostInputs };
}
