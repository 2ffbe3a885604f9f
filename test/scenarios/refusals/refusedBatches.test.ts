import {
  allThree,
  CONFLICT,
  expectEnds,
  final,
  GOOD,
  temporary,
  type End,
} from '../../support/ends';
import { strike } from '../../support/strike';

/** Refusals of a batch that name nobody, and what a record is told that is refused alone. */
const DIVISIBLE: Array<[status: number, refused: End, most: number]> = [
  [400, final('VALIDATION_ERROR', 400), 4],
  [409, temporary('CONFLICT', 409), 4],
  [413, final('INVALID_VALUE', 413), 5],
  [422, final('INVALID_VALUE', 422), 4],
];

describe.each(DIVISIBLE)('a batch that is refused with %i', (status, refused, most) => {
  const fault = { kind: 'status', status } as const;

  it('once, is divided, and every good record is written', async () => {
    const struck = await strike({ fault, match: { nth: 1 } });
    const upserts = struck.sandbox.log.upserts().length;
    expect(upserts).toBeLessThanOrEqual(most);
    const ends = ['created', CONFLICT, 'created'] as const;
    expectEnds(struck, { ends, upserts, reads: 0, held: GOOD });
  });

  it('for one record, leaves that one alone on Error', async () => {
    const struck = await strike({ fault, match: { containsId: 'K-1' } });
    const upserts = struck.sandbox.log.upserts().length;
    expect(upserts).toBeLessThanOrEqual(most);
    const ends = ['created', refused, 'created'] as const;
    expectEnds(struck, { ends, upserts, reads: 0, held: GOOD });
  });

  it('for all records, has each refused by itself', async () => {
    const struck = await strike({ fault });
    expectEnds(struck, { ends: allThree(refused), upserts: most, reads: 0, held: [] });
  });
});
