import { CONFLICT, expectEnds, GOOD } from '../../support/ends';
import { strike } from '../../support/strike';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

it('without Retry-After, a retry waits two seconds at least', async () => {
  const startedAt = performance.now();
  const struck = await strike({
    fault: { kind: 'status', status: 423 },
    match: { nth: 1 },
  });
  expect(performance.now() - startedAt).toBeGreaterThan(2000);
  const ends = ['created', CONFLICT, 'created'] as const;
  expectEnds(struck, { ends, upserts: 2, reads: 0, held: GOOD });
}, 15_000);
