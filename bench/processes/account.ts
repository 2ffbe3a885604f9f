import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';
import { startHelper } from './conversation';
import type { AccountReport, Address, SandboxQuestion, SandboxReply } from './sandboxProcess';

/** A HubSpot account in a process of its own, new and empty. */
export interface Account extends Address {
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
