import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** How often garbage is collected while items are read, answers come and outputs are laid out. */
const COLLECTIONS = 12;

const BATCH_SIZE = 100;

/**
 * Collects garbage at moments spread over a run, so that V8's trace of it shows what was held then:
 * at every so many answers, and at every so many items that are read, before the first answer and
 * after the last.
 */
export class HeapWatch {
  private answers = 0;
  private spentMs = 0;
  private spentCpuMs = 0;
  private readonly everyAnswers: number;

  constructor(private readonly input: readonly INodeExecutionData[]) {
    this.everyAnswers = Math.max(1, Math.floor(this.batches / COLLECTIONS));
  }

  /** The input, some of its items with an ear for being read. */
  watched(): INodeExecutionData[] {
    const every = Math.max(1, Math.floor(this.input.length / COLLECTIONS));
    return this.input.map((item, index) => (index % every === 0 ? this.listening(item) : item));
  }

  beforeAnswer(): void {
    if (this.answers % this.everyAnswers === 0) this.collect();
    this.answers += 1;
  }

  /** Time spent on collecting besides that of the answers. */
  milliseconds(): number {
    return this.spentMs;
  }

  /** All threads' processor time spent on collecting besides that of the answers. */
  cpuMilliseconds(): number {
    return this.spentCpuMs;
  }

  private listening({ json, ...item }: INodeExecutionData): INodeExecutionData {
    let heardAt: number | undefined;
    const heard = (): IDataObject => {
      if (heardAt === this.answers) return json;
      heardAt = this.answers;
      const startedAt = performance.now();
      const cpuBefore = process.cpuUsage();
      this.collect();
      const { user, system } = process.cpuUsage(cpuBefore);
      this.spentCpuMs += (user + system) / 1000;
      this.spentMs += performance.now() - startedAt;
      return json;
    };
    return Object.defineProperty({ ...item } as INodeExecutionData, 'json', {
      get: heard,
      enumerable: true,
    });
  }

  private get batches(): number {
    return Math.ceil(this.input.length / BATCH_SIZE);
  }

  private collect(): void {
    global.gc?.();
  }
}
