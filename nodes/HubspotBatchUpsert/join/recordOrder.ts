/**
 * Keeps the order in which records are to be written: those who write the same record stand in line
 * for it, and each goes when it is the first in every line in which it stands.
 */
export class RecordOrder<Writer extends object> {
  private readonly lines = new Map<string, Writer[]>();
  private readonly waiting = new Map<Writer, () => void>();
  private readonly recordsOf = new Map<Writer, readonly string[]>();

  /** Takes a place behind all who write one of the records. */
  enter(writer: Writer, records: readonly string[]): void {
    this.recordsOf.set(writer, records);
    for (const record of records) {
      const line = this.lines.get(record);
      if (line === undefined) this.lines.set(record, [writer]);
      else line.push(writer);
    }
  }

  /** Resolves when nobody who came earlier writes one of the records any more, or with the signal. */
  async turn(writer: Writer, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted || this.isFirst(writer)) return;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        signal?.removeEventListener('abort', goOn);
        this.waiting.delete(writer);
        resolve();
      };
      this.waiting.set(writer, goOn);
      signal?.addEventListener('abort', goOn, { once: true });
    });
  }

  /** Gives the places up. */
  leave(writer: Writer): void {
    const next = new Set<Writer>();
    for (const record of this.recordsOf.get(writer) ?? []) {
      const others = this.lines.get(record)?.filter((other) => other !== writer) ?? [];
      const [first] = others;
      if (first === undefined) {
        this.lines.delete(record);
        continue;
      }
      this.lines.set(record, others);
      next.add(first);
    }
    this.recordsOf.delete(writer);
    for (const first of next) if (this.isFirst(first)) this.waiting.get(first)?.();
  }

  private isFirst(writer: Writer): boolean {
    return (this.recordsOf.get(writer) ?? []).every(
      (record) => this.lines.get(record)?.[0] === writer,
    );
  }
}
