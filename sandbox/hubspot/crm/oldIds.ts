/** Ids of records that were merged, each with the id of what it was merged into. */
export class OldIds {
  private readonly next = new Map<string, string>();

  /** From now on the one id leads to the other. */
  lead(fromId: string, toId: string): void {
    this.next.set(fromId, toId);
  }

  /** The id by now of the record that had this one; the same where it was not merged. */
  now(id: string): string {
    const next = this.next.get(id);
    return next === undefined ? id : this.now(next);
  }
}
