import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';
import { lineItems } from '../lineItems';
import { withAccount } from '../processes/account';
import { besideConsumer } from '../processes/foreignConsumer';
import type { AccountReport } from '../processes/sandboxProcess';
import { runWays } from '../processes/way';
import type { WayJob, WayName } from '../ways/way';
import { assertBadRefused, lossesOf, type Losses } from './losses';
import { trafficOf, type Traffic } from './traffic';

export interface Measurement {
  way: WayName;
  builtPackage: string;
  rateLimit: RateLimit;
  latency: Latency;
  records: number;
  badShare?: number;
  /** Processes that share the records and the account. */
  processes?: number;
  /** Share of the limit that a foreign consumer takes, 0 to 1. */
  foreignShare?: number;
  /** Other records that each process brings before it starts, within a rate limit of its own. */
  warmUpRecords?: number;
  /** For the way of one request a record. */
  inFlight?: number;
}

export interface Measured extends Losses, Traffic {
  records: number;
  /** Of the slowest process. */
  milliseconds: number;
  /** Records per second of each process. */
  throughputs: number[];
  duplicateWrites: number;
  /** Key of each record that is associated with a deal, and the deal's key. */
  associated: AccountReport['associated'];
}

/** Brings records into a new account and tells how it went. */
export async function measure(measurement: Measurement): Promise<Measured> {
  const { rateLimit, latency, records } = measurement;
  const { badShare = 0, foreignShare = 0, warmUpRecords = 0 } = measurement;
  return await withAccount(rateLimit, latency, async (account) => {
    const { baseUrl, serviceKey } = account;
    const jobs: WayJob[] = [];
    for (const share of sharesOf(measurement)) {
      const warmUp =
        warmUpRecords > 0
          ? { records: warmUpRecords, serviceKey: await account.newServiceKey() }
          : undefined;
      jobs.push({ ...share, baseUrl, serviceKey, warmUp });
    }
    const work = () => runWays(jobs, () => account.forgetCalls());
    const runs = await (foreignShare > 0
      ? besideConsumer(account, rateLimit, foreignShare, work)
      : work());
    const { calls, stored, duplicateWrites, associated } = await account.report();
    const told = runs.flatMap((run) => run.told);
    const rows = lineItems(records, badShare);
    assertBadRefused(rows, stored);
    return {
      records,
      milliseconds: Math.max(...runs.map((run) => run.milliseconds)),
      throughputs: runs.map((run) => (run.told.length * 1000) / run.milliseconds),
      duplicateWrites,
      associated,
      ...trafficOf(calls),
      ...lossesOf(rows, told, stored),
    };
  });
}

function sharesOf({
  way,
  builtPackage,
  records,
  processes = 1,
  badShare = 0,
  inFlight = 1,
}: Measurement): Array<Omit<WayJob, 'baseUrl' | 'serviceKey' | 'warmUp'>> {
  const share = Math.ceil(records / processes);
  return Array.from({ length: processes }, (_, index) => ({
    way,
    builtPackage,
    total: records,
    first: index * share,
    count: Math.min(share, records - index * share),
    badShare,
    inFlight,
  }));
}
