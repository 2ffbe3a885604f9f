import type { ChoicesCase } from './case';
import type { StoreEvent, Values } from './history';
import { foundBy } from './model';
import type { ChoicesEvidence } from './run';

/** All that HubSpot held during a run, state after state. */
export class Timeline {
  private readonly states: Array<ReadonlyMap<string, Values>>;
  /** What the node wrote. */
  readonly own: readonly StoreEvent[];

  constructor(
    private readonly given: ChoicesCase,
    { before, history }: ChoicesEvidence,
  ) {
    this.states = [before];
    for (const { recordId, after } of history) {
      const next = new Map(this.states.at(-1));
      if (after === undefined) next.delete(recordId);
      else next.set(recordId, after);
      this.states.push(next);
    }
    this.own = history.filter(({ byOther }) => !byOther);
  }

  /** Did HubSpot at any time hold as many records as the test asks for under the key? */
  everHeld(key: string, isSo: (count: number) => boolean): boolean {
    return this.states.some((records) => isSo(foundBy(key, this.given, records).length));
  }

  /** Each state of the record, or of those under the key where it has no id. */
  of(recordId: string | undefined, key: string): Values[] {
    return this.states.flatMap((records) =>
      (recordId === undefined ? foundBy(key, this.given, records) : [recordId]).flatMap(
        (id): Values[] => [records.get(id) ?? []].flat(),
      ),
    );
  }
}
