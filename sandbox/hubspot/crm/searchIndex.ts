import type { CrmRecord } from './objectTable';

/** When search sees what was written. */
export interface SearchClock {
  searchLagMs: number;
  /** Epoch milliseconds. */
  now: () => number;
}

interface Change {
  id: string;
  /** Undefined where the record was removed. */
  record: CrmRecord | undefined;
}

/** The records of one object type as search knows them: as they were a while ago. */
export class SearchIndex {
  private readonly known = new Map<string, CrmRecord>();
  private unseen: (Change & { dueAt: number })[] = [];

  constructor(private readonly clock: SearchClock) {}

  /** Notes what a record is from now on; without a lag that is the record itself, not a copy. */
  note(id: string, record: CrmRecord | undefined): void {
    const { searchLagMs, now } = this.clock;
    if (searchLagMs === 0) this.see({ id, record });
    else this.unseen.push({ id, record: record && copyOf(record), dueAt: now() + searchLagMs });
  }

  /** All that search could find now, oldest first. */
  records(): CrmRecord[] {
    const now = this.clock.now();
    this.seeAll(({ dueAt }) => dueAt <= now);
    return [...this.known.values()];
  }

  /** From now on search knows all that was noted so far. */
  catchUp(): void {
    this.seeAll(() => true);
  }

  private seeAll(isDue: (change: { dueAt: number }) => boolean): void {
    const due = this.unseen.filter(isDue);
    this.unseen = this.unseen.filter((change) => !isDue(change));
    for (const change of due) this.see(change);
  }

  private see({ id, record }: Change): void {
    if (record === undefined) this.known.delete(id);
    else this.known.set(id, record);
  }
}

function copyOf(record: CrmRecord): CrmRecord {
  return { ...record, properties: new Map(record.properties) };
}
