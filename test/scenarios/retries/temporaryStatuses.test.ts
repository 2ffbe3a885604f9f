import type { FaultAction, When } from '../../../sandbox/hubspot/faults/fault';
import { allThree, CONFLICT, expectEnds, GOOD, temporary } from '../../support/ends';
import { strike } from '../../support/strike';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

type StatusFault = Extract<FaultAction, { kind: 'status' }>;

/** Throttled, locked or moving: HubSpot did nothing. Repeated, and not read back. */
const REFUSED: Array<[name: string, category: string, more: Omit<StatusFault, 'kind'>]> = [
  ['423', 'LOCKED', { status: 423 }],
  ['429 in ten seconds', 'RATE_LIMIT', { status: 429, policy: 'TEN_SECONDLY_ROLLING' }],
  ['429 in a second', 'RATE_LIMIT', { status: 429, policy: 'SECONDLY' }],
  ['429 in the shape of search', 'RATE_LIMITS', { status: 429, policy: 'search' }],
  ['477 for a moment', 'MIGRATION_IN_PROGRESS', { status: 477 }],
  ['521', 'NETWORK', { status: 521 }],
  ['523', 'NETWORK', { status: 523 }],
];

/** Given up by something on the way: HubSpot may have written. Repeated, then read back. */
const OUTCOME_UNKNOWN: Array<[status: number, category: string]> = [
  [408, 'TIMEOUT'],
  [500, 'INTERNAL_ERROR'],
  [502, 'NETWORK'],
  [503, 'NETWORK'],
  [504, 'TIMEOUT'],
  [520, 'NETWORK'],
  [524, 'TIMEOUT'],
];

const quick = (more: Omit<StatusFault, 'kind'>): FaultAction => ({
  kind: 'status',
  retryAfterSeconds: 0,
  ...more,
});

describe.each(REFUSED)('%s', (_, category, more) => {
  it('once costs one more request and no record', async () => {
    const struck = await strike({ fault: quick(more), match: { nth: 1 } });
    const ends = ['created', CONFLICT, 'created'] as const;
    expectEnds(struck, { ends, upserts: 2, reads: 0, held: GOOD });
  });

  it('for good leaves every record on Error, to be sent again later', async () => {
    const struck = await strike({ fault: quick(more) });
    const ends = allThree(temporary(category, more.status));
    expectEnds(struck, { ends, upserts: 2, reads: 0, held: [] });
  });
});

describe.each(OUTCOME_UNKNOWN)('%i', (status, category) => {
  // What the first request created was there already when HubSpot was asked again: `updated` is its
  // own word on the write that it answered. What it refuses then is read back before it is believed.
  it.each<[When, string]>([
    ['before', 'created'],
    ['after', 'updated'],
  ])('once, %s the write, costs one more request and no record', async (when, outcome) => {
    const struck = await strike({ fault: quick({ status, when }), match: { nth: 1 } });
    const ends = [outcome, CONFLICT, outcome] as const;
    expectEnds(struck, { ends, upserts: 2, reads: 1, held: GOOD });
  });

  it('for good, before the write, leaves every record on Error', async () => {
    const struck = await strike({ fault: quick({ status }) });
    const ends = allThree(temporary(category, status));
    expectEnds(struck, { ends, upserts: 2, reads: 1, held: [] });
  });

  it('for good, after the write, leaves on Success what HubSpot turns out to hold', async () => {
    const struck = await strike({ fault: quick({ status, when: 'after' }) });
    const ends = ['written', temporary(category, status), 'written'] as const;
    expectEnds(struck, { ends, upserts: 2, reads: 1, held: GOOD });
  });
});

it('maxRetries says how often', async () => {
  const struck = await strike({ fault: quick({ status: 423 }), options: { maxRetries: 3 } });
  const ends = allThree(temporary('LOCKED', 423));
  expectEnds(struck, { ends, upserts: 4, reads: 0, held: [] });
});
