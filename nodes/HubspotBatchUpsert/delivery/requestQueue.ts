import { follower } from '../http/cancelSignal';
import type { Acquire, BatchJoiner, Entry } from '../join/batchJoiner';
import {
  JointRequest,
  type OutgoingRequest,
  type Participant,
  type SharedResult,
} from '../join/jointRequest';
import type { RecordWrite } from '../model/record';
import { RequestSlots } from './requestSlots';

/** Where requests of a run wait for the right to leave: in line for a slot, then for a permit. */
export class RequestQueue {
  private readonly waitForNext: Array<() => void> = [];
  private lastAsked: Promise<unknown> = Promise.resolve();

  /**
   * @param joiner Shared by all executions on the account.
   * @param slots Shared by all requests of the run.
   */
  constructor(
    private readonly joiner: BatchJoiner<RecordWrite>,
    private readonly slots: RequestSlots,
  ) {}

  /** Resolves when the next request that asks for its permit has left. */
  async nextSent(): Promise<void> {
    await new Promise<void>((resolve) => this.waitForNext.push(resolve));
  }

  /** Resolves when every request that waits for its permit has left. */
  async allSent(): Promise<void> {
    await this.lastAsked;
  }

  /**
   * Sends as soon as there is a permit.
   *
   * @param entry Of a batch that may travel with others.
   * @param ended Aborted where it is not to be sent any more.
   * @param request Asked for when it leaves.
   * @returns Undefined where it was not sent.
   * @throws what `acquire` throws.
   */
  async send(
    acquire: Acquire,
    entry: Entry<RecordWrite> | undefined,
    ended: AbortSignal | undefined,
    request: () => OutgoingRequest<RecordWrite>,
  ): Promise<SharedResult | undefined> {
    const asking = this.ask(acquire, entry, ended && follower(ended));
    this.lastAsked = asking.catch(() => undefined);
    const waiting = this.waitForNext.splice(0);
    void this.lastAsked.then(() => waiting.forEach((goOn) => goOn()));
    const participant = await asking;
    try {
      if (!ended?.aborted) return await participant.send(request());
      participant.release();
      return undefined;
    } finally {
      this.slots.giveBack();
    }
  }

  private async ask(
    acquire: Acquire,
    entry: Entry<RecordWrite> | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Participant<RecordWrite>> {
    // Whoever waits for an earlier write of a record must not hold a slot that others need meanwhile.
    if (entry) await this.joiner.turn(entry, signal);
    await this.slots.take();
    const asking = entry
      ? this.joiner.acquire(entry, acquire, signal)
      : acquire(signal).then((permit) => new JointRequest<RecordWrite>(permit, 1).participant());
    asking.catch(() => this.slots.giveBack());
    return await asking;
  }
}
