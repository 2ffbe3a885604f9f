import type { DryRunStore } from '../decide/dryRunStore';
import type { LookUpContext } from '../existing/lookUpContext';
import type { Settings, WriteChoices } from '../model/settings';

/** What it takes to write records as the user chose, and to settle what becomes of them. */
export interface WriteContext extends LookUpContext {
  settings: WriteChoices & Pick<Settings, 'batchSize' | 'invalidValues' | 'maxRetries'>;
  /** What a dry run has decided on so far. */
  dryRunStore: DryRunStore;
}
