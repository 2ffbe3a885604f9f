import { isJsonSuccess, type HttpResult } from '../http/response';
import { MONOTONIC, type Clock } from '../rateLimit/clock';
import type { RequestOutcome } from './requestOutcome';
import type { ApiRequest } from './requests';

/** Property definitions, owners, pipelines and labels change seldom, and what they lack is read anew. */
const KEPT_MS = 300_000;

/** What the lists of one account may take of the process's memory. */
const MOST_LISTS = 200;
const MOST_CHARACTERS = 20_000_000;

interface Remembered {
  path: string;
  result: HttpResult;
  begunAt: number;
  characters: number;
}

interface UnderWay {
  begunAt: number;
  end: Promise<RequestOutcome>;
}

/** How an execution asks HubSpot for a list. */
export interface Asker {
  ask: (request: ApiRequest) => Promise<RequestOutcome>;
  /** How often and how patiently: only those who do it in the same manner wait for each other's answers. */
  manner: string;
  /** Aborted where nobody waits any more. */
  ended: AbortSignal;
}

/** The lists that the executions of this process have read from an account, for some minutes. */
export class RememberedLists {
  private readonly lists = new Map<string, Remembered>();
  private readonly underWay = new Map<string, UnderWay>();
  private characters = 0;

  constructor(private readonly clock: Clock = MONOTONIC) {}

  /**
   * A list as it was read before, or is being read, or else as HubSpot answers now. What keeps one
   * execution from reading it keeps no other from it.
   *
   * @param since Answers to requests that left earlier do not count.
   */
  async get(
    request: ApiRequest,
    since: number,
    asker: Asker,
  ): Promise<{ outcome: RequestOutcome; begunAt: number }> {
    const key = keyOf(request);
    const keyUnderWay = `${key} ${asker.manner}`;
    for (;;) {
      const known = this.lists.get(key);
      if (known && known.begunAt >= Math.max(since, this.clock.now() - KEPT_MS)) {
        const { result, begunAt } = known;
        return { outcome: { result, isOutcomeUnknown: false }, begunAt };
      }
      const shared = this.underWay.get(keyUnderWay);
      if (shared === undefined || shared.begunAt < since) {
        const begunAt = this.clock.now();
        const outcome = await this.sharing(keyUnderWay, begunAt, asker.ask(request));
        if (isJsonSuccess(outcome.result)) {
          this.keep(key, { path: request.path, result: outcome.result, begunAt });
        }
        return { outcome, begunAt };
      }
      const outcome = await unlessEnded(shared.end, asker.ended);
      if (outcome === undefined) return { outcome: UNASKED, begunAt: shared.begunAt };
      if (outcome.result?.kind === 'response') return { outcome, begunAt: shared.begunAt };
    }
  }

  /** Forgets what is known of an object type, and of owners, who may stand in any property. */
  forget(objectType: string): void {
    const segment = encodeURIComponent(objectType);
    for (const [key, { path }] of this.lists) {
      if (path.split('/').includes(segment) || path.includes('owners')) this.drop(key);
    }
  }

  private async sharing(
    key: string,
    begunAt: number,
    end: Promise<RequestOutcome>,
  ): Promise<RequestOutcome> {
    const underWay = { begunAt, end };
    this.underWay.set(key, underWay);
    try {
      return await end;
    } finally {
      if (this.underWay.get(key) === underWay) this.underWay.delete(key);
    }
  }

  private keep(key: string, list: Omit<Remembered, 'characters'>): void {
    const characters = JSON.stringify(list.result).length;
    this.drop(key);
    this.lists.set(key, { ...list, characters });
    this.characters += characters;
    for (const oldest of this.lists.keys()) {
      if (this.lists.size <= MOST_LISTS && this.characters <= MOST_CHARACTERS) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.lists.get(key)?.characters ?? 0;
    this.lists.delete(key);
  }
}

function keyOf({ path, query }: ApiRequest): string {
  return JSON.stringify([path, query]);
}

const UNASKED: RequestOutcome = { result: undefined, isOutcomeUnknown: false };

/** Undefined where the signal is aborted first. */
async function unlessEnded(
  end: Promise<RequestOutcome>,
  ended: AbortSignal,
): Promise<RequestOutcome | undefined> {
  return await new Promise((resolve) => {
    const giveUp = (): void => resolve(undefined);
    if (ended.aborted) giveUp();
    ended.addEventListener('abort', giveUp, { once: true });
    void end.then(resolve, giveUp).finally(() => ended.removeEventListener('abort', giveUp));
  });
}

/** What one run reads of the lists: remembered ones, until it asks for newer ones. */
export class ListReader {
  /** Has the run gone by what was read before it began? */
  isByMemory = false;
  private readonly begunAt: number;
  private since = -Infinity;
  /** By request; what failed once is not asked for again either. */
  private readonly asked = new Map<string, Promise<RequestOutcome>>();

  constructor(
    private readonly remembered: RememberedLists,
    private readonly asker: Asker,
    clock: Clock = MONOTONIC,
  ) {
    this.begunAt = clock.now();
  }

  async read(request: ApiRequest): Promise<RequestOutcome> {
    const key = keyOf(request);
    const asked = this.asked.get(key) ?? this.readOnce(request);
    this.asked.set(key, asked);
    return await asked;
  }

  /** From now on only what was read after the run began counts. */
  readAnew(): void {
    this.since = this.begunAt;
    this.isByMemory = false;
    this.asked.clear();
  }

  /** HubSpot refused something as if it knew the object type otherwise than was remembered. */
  forget(objectType: string): void {
    this.remembered.forget(objectType);
    this.asked.clear();
  }

  private async readOnce(request: ApiRequest): Promise<RequestOutcome> {
    const { outcome, begunAt } = await this.remembered.get(request, this.since, this.asker);
    if (begunAt < this.begunAt) this.isByMemory = true;
    return outcome;
  }
}
