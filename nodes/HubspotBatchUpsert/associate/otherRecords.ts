import { shorten } from '../hubspot/bounds';
import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { isSuccess } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import type { Fault } from '../model/fault';
import { soughtRecord, type KeyedRecord } from '../model/record';
import type { Target } from '../model/target';
import { recogniseFault } from '../response/faults';
import { quote } from '../values/quote';
import { lookUp } from '../existing/lookUp';
import type { LookUpContext } from '../existing/lookUpContext';
import { endsRun } from '../delivery/unreadList';

/** Records of the account that items name to be associated with, each asked for once. */
export class OtherRecords {
  private readonly wanted = new Map<Target, Map<string, KeyedRecord>>();
  private readonly recordIds = new Map<KeyedRecord, string>();

  /** @param key The record's value of the target's idProperty, as HubSpot stores it. */
  want(target: Target, key: string): void {
    const ofTarget = this.wanted.get(target) ?? new Map<string, KeyedRecord>();
    if (!ofTarget.has(key)) ofTarget.set(key, soughtRecord(target, key));
    this.wanted.set(target, ofTarget);
  }

  /**
   * Reads all that are wanted. A fault that keeps HubSpot from telling stands in the target; where the
   * run would meet it as well, or HubSpot cannot be reached, it ends the run: nothing has been written.
   */
  async read(context: LookUpContext): Promise<void> {
    const parts = [...this.wanted.values()].flatMap((ofTarget) =>
      inParts([...ofTarget.values()], MAX_BATCH_SIZE),
    );
    await Promise.all(parts.map((part) => this.readPart(part, context)));
  }

  /** The id of the record with this key; undefined where HubSpot has none. */
  idOf(target: Target, key: string): string | undefined {
    const record = this.wanted.get(target)?.get(key);
    return record && this.recordIds.get(record);
  }

  private async readPart(records: KeyedRecord[], context: LookUpContext): Promise<void> {
    const [first] = records;
    if (first === undefined || context.run.isStopped(first.target)) return;
    const { target } = first;
    const { of: heldOf, isComplete, unanswered } = await lookUp(records, [], context);
    if (!isComplete) {
      if (unanswered === undefined || endsRun(unanswered, listOf(target), context.run)) return;
      target.report(chosenAmiss(unanswered, target) ?? unreadable(target, unanswered));
      return;
    }
    for (const record of records) {
      const [stored] = heldOf(record);
      if (stored?.id !== undefined) this.recordIds.set(record, stored.id);
    }
  }
}

/** A fault of what the parameter Associations names, or of the credential. */
function chosenAmiss(result: HttpResult, target: Target): Fault | undefined {
  const { objectType, idProperty, usableIdProperties, lookup } = target;
  const named = { objectType, idProperty, usableIdProperties, lookup, isOther: true };
  return recogniseFault(result, named);
}

function listOf({ objectType }: Target): string {
  return `the ${objectType} to associate with`;
}

/** An answer that is none for some of the records is for the moment; a refusal is not. */
function unreadable(target: Target, result: HttpResult): Fault {
  const isForNow = result.kind === 'response' && isSuccess(result.status);
  const said = result.kind === 'response' ? shorten(result.error.message) : result.message;
  return {
    scope: 'target',
    title: `HubSpot did not let ${listOf(target)} be looked up by ${quote(target.idProperty)}`,
    advice: isForNow
      ? 'It could not tell of some of them. Run the items again later.'
      : `It said: ${said ?? 'nothing'}`,
    retryable: isForNow,
    throws: !isForNow,
  };
}
