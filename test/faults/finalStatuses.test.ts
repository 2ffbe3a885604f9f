import { CONFLICT, expectEnds, GOOD } from './ends';
import { allThree, final, temporary } from './failures';
import { strike } from './strike';

/** Refusals of a batch that name nobody, and what a record is told that is refused alone. */
const DIVISIBLE: Array<[status: number, category: string, most: number]> = [
  [400, 'VALIDATION_ERROR', 4],
  [409, 'CONFLICT', 4],
  [413, 'INVALID_VALUE', 5],
  [422, 'INVALID_VALUE', 4],
];

describe.each(DIVISIBLE)('%i', (status, category, most) => {
  const fault = { kind: 'status', status } as const;

  it('once: the batch is divided, and every good record is written', async () => {
    const struck = await strike({ fault, match: { nth: 1 } });
    const { upserts } = { upserts: struck.sandbox.log.upserts().length };
    expect(upserts).toBeLessThanOrEqual(most);
    const ends = ['created', CONFLICT, 'created'] as const;
    expectEnds(struck, { ends, upserts, reads: 0, held: GOOD });
  });

  it('for one record: it alone is on Error', async () => {
    const struck = await strike({ fault, match: { containsId: 'K-1' } });
    const upserts = struck.sandbox.log.upserts().length;
    expect(upserts).toBeLessThanOrEqual(most);
    const ends = ['created', final(category, status), 'created'] as const;
    expectEnds(struck, { ends, upserts, reads: 0, held: GOOD });
  });

  it('for all records: each is refused by itself', async () => {
    const struck = await strike({ fault });
    expectEnds(struck, {
      ends: allThree(final(category, status)),
      upserts: most,
      reads: 0,
      held: [],
    });
  });
});

it('414 is not repeated, and would come again', async () => {
  const struck = await strike({ fault: { kind: 'status', status: 414 } });
  const ends = allThree({ httpStatus: 414, retryable: false, attempted: true });
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: [] });
});

it.each([525, 526])('%i is not repeated: nothing reached HubSpot', async (status) => {
  const struck = await strike({ fault: { kind: 'status', status } });
  const ends = allThree(temporary('NETWORK', status));
  expectEnds(struck, { ends, upserts: 1, reads: 0, held: [] });
});

describe('522 is not repeated, but read back', () => {
  it('before the write every record is on Error', async () => {
    const struck = await strike({ fault: { kind: 'status', status: 522 } });
    const ends = allThree(temporary('TIMEOUT', 522));
    expectEnds(struck, { ends, upserts: 1, reads: 1, held: [] });
  });

  it('after the write what HubSpot holds is on Success', async () => {
    const struck = await strike({ fault: { kind: 'status', status: 522, when: 'after' } });
    const ends = ['written', temporary('TIMEOUT', 522), 'written'] as const;
    expectEnds(struck, { ends, upserts: 1, reads: 1, held: GOOD });
  });
});
