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
  const ask = async <Part extends keyof SandboxReply>(
    question: SandboxQuestion,
    part: Part,
  ): Promise<NonNullable<SandboxReply[Part]>> => {
    const { [part]: answer } = await helper.ask(question);
    if (answer === undefined) throw new Error(`The sandbox gave no ${part}`);
    return answer;
  };
  try {
    return await measure({
      ...(await ask({ do: 'open', rateLimit, latency }, 'address')),
      newServiceKey: async () => await ask({ do: 'newServiceKey' }, 'serviceKey'),
      forgetCalls: async () => {
        await helper.ask({ do: 'forgetCalls' });
      },
      report: async () => await ask({ do: 'report' }, 'report'),
    });
  } finally {
    await helper.stop();
  }
}
