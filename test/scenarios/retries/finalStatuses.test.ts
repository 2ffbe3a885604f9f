import { failuresOf } from '../../support/accounted';
import { allThree, CONFLICT, expectEnds, GOOD, temporary } from '../../support/ends';
import { strike } from '../../support/strike';

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

it('477 is not repeated where HubSpot asks to come back in a day', async () => {
  const fault = { kind: 'status', status: 477, retryAfterSeconds: 86_400 } as const;
  const struck = await strike({ fault });
  const ends = allThree(temporary('MIGRATION_IN_PROGRESS', 477));
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
