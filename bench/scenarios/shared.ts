import { leastRequests, leastTime } from '../measure/leastTime';
import { measure, type Measured } from '../measure/measureWays';
import { windowsFilled } from '../measure/windowsFilled';
import { fixed, limitText, percent, seconds, whole } from '../results/numbers';
import { atLeast, below, none } from './bounds';
import type { Bench, Bound, Scenario } from './section';

const FOREIGN_SHARE = 0.5;

/** Other records that each process brings before it starts. */
const WARM_UP_RECORDS = 2_000;

interface Sharing extends Measured {
  label: string;
  /** Ratio to what the limit leaves over. */
  ratio: number;
  filled: number;
  bound: number | undefined;
  leastFairness: number | undefined;
}

/** Several processes on one account, and one beside a consumer that is not ours. */
export const shared: Scenario = async (bench) => {
  const { records, privateApp, processes, bounds } = bench.scale;
  const rows: Sharing[] = [];
  for (const count of processes) rows.push(await together(bench, count));
  rows.push(await besideForeign(bench));
  return {
    title: 'One account for several',
    explanation:
      `Each process runs the node on its share of ${whole(records)} records with the same service ` +
      `key, at ${limitText(privateApp)} for all of them; they start at the same moment and know ` +
      `nothing of each other. Beforehand each brings ${whole(WARM_UP_RECORDS)} other records within a ` +
      'rate limit of its own, so that two cores are not busy compiling while they share. The ' +
      'foreign consumer sends small requests at a constant rate, half of the limit, and began one ' +
      'window earlier; the ratio is then to the half that is left ' +
      `over, with ${whole(records / 2)} records. Fairness is the throughput of the slowest process ` +
      'divided by that of the fastest. The share of 429s is that of the node or that of all, ' +
      'whichever is more.',
    table: {
      head: [
        'Who',
        'Seconds',
        'Ratio',
        'Windows filled',
        'Requests',
        '429s',
        '429 share',
        'Fairness',
        'Lost',
      ],
      rows: rows.map((row) => [
        row.label,
        seconds(row.milliseconds),
        fixed(row.ratio, 3),
        fixed(row.filled, 3),
        `${whole(row.requests)}${row.foreignRequests > 0 ? ` + ${whole(row.foreignRequests)} foreign` : ''}`,
        `${whole(row.throttled)}${row.foreignRequests > 0 ? ` + ${whole(row.foreignThrottled)} foreign` : ''}`,
        percent(throttledShare(row), 2),
        row.throughputs.length > 1 ? fixed(fairness(row), 3) : '',
        whole(row.lost),
      ]),
    },
    charts: [
      {
        name: 'shared',
        title: 'Share of the least time that the limit allows',
        bars: rows.map((row) => ({
          label: row.label,
          value: row.ratio,
          text: `${percent(row.ratio)}, ${percent(throttledShare(row), 2)} 429s`,
          isOurs: true,
        })),
      },
    ],
    bounds: rows.flatMap((row) => boundsOf(row, bounds.throttledShare)),
  };
};

async function together({ scale, builtPackage, say }: Bench, processes: number): Promise<Sharing> {
  const { records, latency, privateApp: rateLimit, bounds } = scale;
  const label = `${processes} processes`;
  say(`${label} share ${whole(records)} line items`);
  const common = { way: 'node', builtPackage, rateLimit, latency, records } as const;
  const measured = await measure({ ...common, processes, warmUpRecords: WARM_UP_RECORDS });
  const least = leastTime(leastRequests(records, processes), rateLimit, latency);
  const isBound = processes === Math.max(...scale.processes);
  return {
    ...measured,
    label,
    ratio: least / measured.milliseconds,
    filled: windowsFilled(measured.arrivals, rateLimit),
    bound: isBound ? bounds.togetherRatio : undefined,
    leastFairness: isBound ? bounds.fairness : undefined,
  };
}

async function besideForeign({ scale, builtPackage, say }: Bench): Promise<Sharing> {
  const { latency, privateApp: rateLimit, bounds } = scale;
  const records = scale.records * (1 - FOREIGN_SHARE);
  say(`${whole(records)} line items beside a foreign consumer`);
  const common = { way: 'node', builtPackage, rateLimit, latency, records } as const;
  const measured = await measure({ ...common, foreignShare: FOREIGN_SHARE });
  const leftOver = { ...rateLimit, perWindow: rateLimit.perWindow * (1 - FOREIGN_SHARE) };
  return {
    ...measured,
    label: 'Beside a foreign consumer',
    ratio: leastTime(leastRequests(records), leftOver, latency) / measured.milliseconds,
    filled: windowsFilled(measured.arrivals, leftOver),
    bound: bounds.besideRatio,
    leastFairness: undefined,
  };
}

function boundsOf(row: Sharing, throttled: number): Bound[] {
  const { label, ratio, bound, leastFairness: least, lost } = row;
  return [
    ...(bound === undefined ? [] : [atLeast(`${label}: ratio to the limit`, ratio, bound)]),
    ...(least === undefined ? [] : [atLeast(`${label}: fairness`, fairness(row), least)]),
    below(`${label}: 429s, per cent of requests`, throttledShare(row) * 100, throttled * 100),
    none(`${label}: records lost`, lost),
  ];
}

/** Of the node's requests or of all, whichever is more: a 429 that it causes can hit the other. */
function throttledShare({
  requests,
  throttled,
  foreignRequests,
  foreignThrottled,
}: Measured): number {
  const ofAll = (throttled + foreignThrottled) / (requests + foreignRequests);
  return Math.max(throttled / requests, ofAll);
}

function fairness({ throughputs }: Measured): number {
  return Math.min(...throughputs) / Math.max(...throughputs);
}
