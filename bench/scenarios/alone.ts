import { leastRequests, leastTime } from '../measure/leastTime';
import { measure } from '../measure/measureWays';
import { windowsFilled } from '../measure/windowsFilled';
import { fixed, limitText, percent, seconds, whole } from '../results/numbers';
import { atLeast, none } from './bounds';
import type { Scenario } from './section';

/** The node alone on an account, under both of HubSpot's limits. */
export const alone: Scenario = async ({ scale, builtPackage, say }) => {
  const { latency, records, bounds } = scale;
  const measured = [];
  for (const rateLimit of [scale.privateApp, scale.oauthApp]) {
    say(`${whole(records)} line items at ${limitText(rateLimit)}`);
    const result = await measure({ way: 'node', builtPackage, rateLimit, latency, records });
    const least = leastTime(leastRequests(records), rateLimit, latency);
    const filled = windowsFilled(result.arrivals, rateLimit);
    const [definitionsAt = NaN, firstBatchAt = NaN] = result.arrivals;
    const untilBatch = firstBatchAt - definitionsAt;
    measured.push({
      ...result,
      least,
      rateLimit,
      untilBatch,
      filled,
      ratio: least / result.milliseconds,
    });
  }
  return {
    title: `${whole(records)} line items, alone`,
    explanation:
      'The ratio to the limit is the least time that the window allows (one mean response with the ' +
      'property definitions, a full window at once, another every window, one mean response at the ' +
      'end), divided by the time measured. The time ' +
      "is the node's own, from the first item given to the last outcome known, reading the " +
      'property definitions and evaluating all parameters included. The first batch leaves after the ' +
      'definitions have come and all items are prepared: what that takes beyond one response is the ' +
      "processor's time, not the limit's. Windows filled is the part of " +
      'the limit that was used in all windows that were over before the last request.',
    table: {
      head: [
        'Limit',
        'Seconds',
        'Least',
        'Ratio',
        'First batch after',
        'Windows filled',
        'Requests',
        '429s',
        'Lost',
        'Duplicate writes',
      ],
      rows: measured.map((run) => [
        limitText(run.rateLimit),
        seconds(run.milliseconds),
        seconds(run.least),
        fixed(run.ratio, 3),
        `${seconds(run.untilBatch)} s`,
        fixed(run.filled, 3),
        whole(run.requests),
        whole(run.throttled),
        whole(run.lost),
        whole(run.duplicateWrites),
      ]),
    },
    charts: [
      {
        name: 'alone',
        title: 'Share of the least time that the limit allows',
        bars: measured.map(({ rateLimit, ratio }) => ({
          label: limitText(rateLimit),
          value: ratio,
          text: percent(ratio),
          isOurs: true,
        })),
        mark: { value: bounds.aloneRatio, text: `bound ${fixed(bounds.aloneRatio, 2)}` },
      },
    ],
    bounds: measured.flatMap(({ rateLimit, ratio, filled, throttled, lost }) => [
      atLeast(`Ratio to the limit at ${limitText(rateLimit)}`, ratio, bounds.aloneRatio),
      atLeast(`Windows filled at ${limitText(rateLimit)}`, filled, bounds.aloneRatio),
      none(`429s at ${limitText(rateLimit)}`, throttled),
      none(`Records lost at ${limitText(rateLimit)}`, lost),
    ]),
  };
};
