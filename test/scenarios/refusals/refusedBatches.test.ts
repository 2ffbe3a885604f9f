import { CONFLICT, expectEnds, GOOD, type End } from '../../support/ends';
import { allThree, final, temporary } from '../../support/failures';
import { strike } from '../../support/strike';
import { failuresOf } from '../../support/accounted';

/** Refusals of a batch that name nobody, and what a record is told that is refused alone. */
const DIVISIBLE: Array<[status: number, refused: End, most: number]> = [
  [400, final('VALIDATION_ERROR', 400), 4],
  [409, temporary('CONFLICT', 409), 4],
  [413, final('INVALID_VALUE', 413), 5],
  [422, final('INVALID_VALUE', 422), 4],
];

describe.each(DIVISIBLE)('%i', (status, refused, most) => {
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
    const ends = ['created', refused, 'created'] as const;
    expectEnds(struck, { ends, upserts, reads: 0, held: GOOD });
  });

  it('for all records: each is refused by itself', async () => {
    const struck = await strike({ fault });
    expectEnds(struck, {
      ends: allThree(refused),
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

it('a page with 403 is a firewall’s: it costs one batch, and says nothing of scopes', async () => {
  const fault = { kind: 'html', status: 403, when: 'before' } as const;
  const struck = await strike({ fault, match: { nth: 1 }, options: { batchSize: 1 } });
  const blocked = { httpStatus: 403, retryable: false, attempted: true };
  expectEnds(struck, { ends: [blocked, CONFLICT, 'created'], upserts: 3, reads: 0, held: ['K-2'] });
  expect(failuresOf(struck.outcome)[0]?.message).toMatch(/firewall/);
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
