import { setTimeout as pause } from 'node:timers/promises';
import { startHelper } from './conversation';
import type { ConsumerQuestion, ConsumerReply } from './consumerProcess';
import type { Address } from './sandboxProcess';

/**
 * Works while somebody else uses the account at a constant rate, in a process of their own.
 *
 * @param share Of the account's limit, 0 to 1.
 */
export async function besideConsumer<Result>(
  account: Address,
  { perWindow, windowMs }: { perWindow: number; windowMs: number },
  share: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const helper = startHelper<ConsumerQuestion, ConsumerReply>('consumerProcess');
  try {
    const perSecond = (perWindow * share * 1000) / windowMs;
    const { baseUrl, serviceKey } = account;
    await helper.ask({ do: 'start', perSecond, baseUrl, serviceKey });
    // A window's length, so that the consumer has its share of the first one, too.
    await pause(windowMs);
    const result = await work();
    await helper.ask({ do: 'stop' });
    return result;
  } finally {
    await helper.stop();
  }
}
