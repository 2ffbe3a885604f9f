import { DEALS, ID_PROPERTY, dealOf, lineItem } from '../lineItems';
import { leastTime } from '../measure/leastTime';
import { measure, type Measured } from '../measure/measureWays';
import { fixed, limitText, seconds, whole } from '../results/numbers';
import { atLeast, none } from './bounds';
import type { Scenario } from './section';

const IN_A_REQUEST = 100;

/** Line items that are associated with their deals: a second request for each batch, at the same limit. */
export const deals: Scenario = async ({ scale, builtPackage, say }) => {
  const { latency, records, bounds, privateApp: rateLimit } = scale;
  say(`${whole(records)} line items onto ${whole(DEALS)} deals at ${limitText(rateLimit)}`);
  const run = await measure({ way: 'nodeAssociating', builtPackage, rateLimit, latency, records });
  const least = leastTime(leastRequests(records), rateLimit, latency);
  const ratio = least / run.milliseconds;
  const missing = records - rightlyAssociated(run);
  const foreign = run.associated.length - rightlyAssociated(run);
  return {
    title: `${whole(records)} line items onto ${whole(DEALS)} deals`,
    explanation:
      'Each line item is associated with the deal that its row names by a unique property. At least it ' +
      'takes the property definitions of both object types, a read for every 100 deals, a request for ' +
      'every 100 line items and another for every 100 associations; the least time is what the window ' +
      'allows for these. Missing and wrong ones are counted in what the account holds.',
    table: {
      head: ['Seconds', 'Least', 'Ratio', 'Requests', 'Least', '429s', 'Lost', 'Missing', 'Wrong'],
      rows: [
        [
          seconds(run.milliseconds),
          seconds(least),
          fixed(ratio, 3),
          whole(run.requests),
          whole(leastRequests(records)),
          whole(run.throttled),
          whole(run.lost),
          whole(missing),
          whole(foreign),
        ],
      ],
    },
    charts: [],
    bounds: [
      atLeast('Ratio to the limit with associations', ratio, bounds.associatedRatio),
      none('429s with associations', run.throttled),
      none('Records lost with associations', run.lost),
      none('Associations missing', missing),
      none('Associations wrong', foreign),
    ],
  };
};

function leastRequests(records: number): number {
  return 2 + Math.ceil(DEALS / IN_A_REQUEST) + 2 * Math.ceil(records / IN_A_REQUEST);
}

function rightlyAssociated({ records, associated }: Measured): number {
  const expected = new Map(
    Array.from({ length: records }, (_, index) => [
      String(lineItem(index)[ID_PROPERTY]),
      dealOf(index),
    ]),
  );
  return new Set(associated.filter(([id, deal]) => expected.get(id) === deal).map(([id]) => id))
    .size;
}
