import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { strike } from '../../support/strike';

/** Nobody knows what they mean of the write: some gave up waiting, some are of other networks. */
const NOT_KNOWN_TO_BE_FINAL = [
  499, 460, 506, 507, 508, 509, 527, 529, 530, 561, 598, 599, 900, 999,
];

describe.each(NOT_KNOWN_TO_BE_FINAL)('%i', (status) => {
  it.each(['before', 'after'] as const)('once, %s the write, costs no record', async (when) => {
    const fault = { kind: 'status', status, when, retryAfterSeconds: 0 } as const;
    const struck = await strike({ fault, match: { nth: 1 } });
    const outcome = when === 'before' ? 'created' : 'updated';
    const ends = [outcome, CONFLICT, outcome] as const;
    expectEnds(struck, { ends, upserts: 2, reads: 1, held: GOOD });
  });

  it('for good, after the write, leaves what HubSpot holds on Success', async () => {
    const fault = { kind: 'status', status, when: 'after', retryAfterSeconds: 0 } as const;
    const struck = await strike({ fault });
    const refused = { httpStatus: status, retryable: true, attempted: true };
    expectEnds(struck, {
      ends: ['written', refused, 'written'],
      upserts: 2,
      reads: 1,
      held: GOOD,
    });
  });
});
