import {
  afterNaming,
  afterPass,
  afterRefusal,
  leftIn,
  nextGroup,
  startGroupTest,
} from './groupTest';
import type { Batch } from '../prepare/batches';
import type { RecordWrite } from '../model/record';
import type { Delivering } from './runContext';
import { sendBatch } from './sendBatch';

/**
 * Sends a batch, and whatever of it must be sent again, until each of its records has an outcome in
 * the ledger.
 *
 * @returns Why the batch was not taken as it was; undefined where HubSpot answered for its records
 *   one by one.
 */
export async function deliverBatch(
  batch: Batch,
  delivering: Delivering,
): Promise<string | undefined> {
  const { run } = delivering;
  return await deliver(batch, delivering, (search) => run.searchInTurn(search));
}

/** @param whenMayISearch Runs a search when its turn has come; at once within another search. */
async function deliver(
  batch: Batch,
  delivering: Delivering,
  whenMayISearch: (search: () => Promise<void>) => Promise<void>,
): Promise<string | undefined> {
  const { again, suspects, cause } = await sendBatch(batch, delivering);
  for (const writes of again) await deliver({ ...batch, writes }, delivering, whenMayISearch);
  if (suspects.length > 0) {
    await whenMayISearch(() => findOffenders(batch, suspects, delivering));
  }
  return cause;
}

/**
 * Sends parts of a refused batch until the records to blame stand alone and the rest is written.
 * Where nothing may be sent any more, all that is left gets its outcome together.
 */
async function findOffenders(
  batch: Batch,
  suspects: readonly RecordWrite[],
  delivering: Delivering,
): Promise<void> {
  let search = startGroupTest(suspects);
  for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
    if (delivering.run.isOver(batch)) {
      await sendBatch({ ...batch, writes: leftIn(search) }, delivering);
      return;
    }
    const part = { ...batch, writes: [...group] };
    const { again, isRefused } = await sendBatch(part, delivering);
    for (const writes of again) {
      await deliver({ ...batch, writes }, delivering, (within) => within());
    }
    const after = isRefused ? afterRefusal : again.length > 0 ? afterNaming : afterPass;
    search = after(search, group);
  }
}
