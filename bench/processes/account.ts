import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';
import { startHelper } from './conversation';
import type { AccountReport, Address, SandboxQuestion, SandboxReply } from './sandboxProcess';

/** A HubSpot account in a process of its own, new and empty. */
export interface Account extends Address {
  /** A service key with a rate limit of its own. */
  newServiceKey(): Promise<string>;
  /** Forgets what it was asked so far. */
  forgetCalls(): Promise<void>;
  report(): Promise<AccountReport>;
}

/** Lends a new account for the time of a measurement. */
export async function withAccount<Result>(
  rateLimit: RateLimit,
  latency: Latency,
  measure: (account: Account) => Promise<Result>,
): Promise<Result> {
  const helper = startHelper<SandboxQuestion, SandboxReply>('sandboxProcess');
  try {
    const opened = await helper.ask({ do: 'open', rateLimit, latency });
    if (!('address' in opened)) throw new Error('The sandbox gave no address');
    return await measure({
      ...opened.address,
      newServiceKey: async () => {
        const reply = await helper.ask({ do: 'newServiceKey' });
        if (!('serviceKey' in reply)) throw new Error('The sandbox gave no service key');
        return reply.serviceKey;
      },
      forgetCalls: async () => {
        await helper.ask({ do: 'forgetCalls' });
      },
      report: async () => {
        const reply = await helper.ask({ do: 'report' });
        if (!('report' in reply)) throw new Error('The sandbox gave no report');
        return reply.report;
      },
    });
  } finally {
    await helper.stop();
  }
}
