import type { Crm } from '../../../sandbox/hubspot/crm/crm';
import type { LogEntry } from '../../../sandbox/hubspot/log';

export type Values = Readonly<Record<string, string>>;

/** One change of HubSpot's store. Undefined is a record that is not there. */
export interface StoreEvent {
  recordId: string;
  before: Values | undefined;
  after: Values | undefined;
  byOther: boolean;
  /** Requests that had reached HubSpot by then. */
  requests: number;
}

/** All that HubSpot's store went through, and by whom. */
export class History {
  readonly events: StoreEvent[] = [];
  private isOther = false;

  /** Watches the records of an object type from now on. */
  constructor(store: Crm, objectType: string, log: readonly LogEntry[]) {
    const table = store.table(objectType)!;
    const valuesOf = (id: string): Values | undefined => {
      const record = table.records.get(id);
      return record && Object.fromEntries(record.properties);
    };
    const noting = (recordId: string, work: () => void): void => {
      const before = valuesOf(recordId);
      work();
      const after = valuesOf(recordId);
      this.events.push({
        recordId,
        before,
        after,
        byOther: this.isOther,
        requests: log.length,
      });
    };
    const write = table.write.bind(table);
    const remove = table.remove.bind(table);
    table.write = (id, ...rest) => {
      noting(id, () => write(id, ...rest));
      return table.records.get(id)!;
    };
    table.remove = (id) => noting(id, () => remove(id));
  }

  /** Somebody else than the node writes what `work` writes. */
  asOther = (work: () => void): void => {
    this.isOther = true;
    try {
      work();
    } finally {
      this.isOther = false;
    }
  };
}
