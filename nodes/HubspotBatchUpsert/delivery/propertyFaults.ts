import type { Fault } from '../response/faults';
import type { RecordWrite } from '../model/record';

/**
 * Faults that meet those records alone that set certain properties. Groups are told apart as
 * `groupOf` does.
 */
export class PropertyFaults {
  private readonly faults = new Map<string, Map<string, Fault>>();
  private readonly excluded = new Set<string>();

  add(fault: Fault, group: string): void {
    const known = this.faults.get(group) ?? new Map<string, Fault>();
    this.faults.set(group, known);
    for (const property of fault.properties ?? []) {
      if (!known.has(property)) known.set(property, fault);
    }
  }

  get areNone(): boolean {
    return this.faults.size === 0;
  }

  metBy({ properties }: RecordWrite, group: string): Fault | undefined {
    for (const [property, fault] of this.faults.get(group) ?? []) {
      if (Object.hasOwn(properties, property)) return fault;
    }
    return undefined;
  }

  /** Notes that the group has records that do not meet such a fault. */
  exclude(group: string): void {
    this.excluded.add(group);
  }

  /** The fault that every record of the group met. */
  metByAll(group: string): Fault | undefined {
    if (this.excluded.has(group)) return undefined;
    const [first] = this.faults.get(group)?.values() ?? [];
    return first;
  }
}
