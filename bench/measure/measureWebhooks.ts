import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';
import { lineItems } from '../lineItems';
import { withAccount } from '../processes/account';
import { startHelper } from '../processes/conversation';
import type {
  WebhookJob,
  WebhookQuestion,
  WebhookReply,
  WebhookRun,
} from '../processes/webhookProcess';
import { lossesOf, type Losses } from './losses';
import { trafficOf } from './traffic';

/** Webhook calls with one record each. */
export type Calls = Pick<WebhookJob, 'way' | 'builtPackage' | 'calls' | 'perSecond'>;

export interface MeasuredCalls extends WebhookRun, Losses {
  requests: number;
  throttled: number;
  /** Calls that were told that their record is written. */
  written: number;
  /** Half of the calls took no longer than this, ms. */
  p50: number;
  p99: number;
}

/** Makes the calls on a new account and tells how it went. */
export async function measureWebhooks(
  calls: Calls,
  rateLimit: RateLimit,
  latency: Latency,
): Promise<MeasuredCalls> {
  return await withAccount(rateLimit, latency, async (account) => {
    const { baseUrl, serviceKey } = account;
    const helper = startHelper<WebhookQuestion, WebhookReply>('webhookProcess');
    try {
      const warmUpKey = await account.newServiceKey();
      const job = { ...calls, baseUrl, serviceKey, warmUpKey };
      await helper.ask({ do: 'warmUp', job });
      await account.forgetCalls();
      const { run } = await helper.ask({ do: 'run' });
      if (run === undefined) throw new Error('The calls gave no result');
      const { calls: log, stored } = await account.report();
      const { requests, throttled } = trafficOf(log);
      const sorted = [...run.took].sort((a, b) => a - b);
      const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
      return {
        ...run,
        requests,
        throttled,
        ...lossesOf(lineItems(calls.calls), run.told, stored),
        written: run.told.filter(({ verdict }) => verdict === 'written').length,
        p50: quantile(0.5),
        p99: quantile(0.99),
      };
    } finally {
      await helper.stop();
    }
  });
}
