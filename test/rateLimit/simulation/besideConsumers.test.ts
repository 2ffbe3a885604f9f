import { outcomeOf } from './outcome';
import { HALF, processes, REQUESTS, scene } from './scenes';

describe('beside a consumer that takes half of the limit', () => {
  const half = { consumers: [HALF], leftOver: 0.5 };

  it.each([5, 50])('fills the other half, %d ms away', async (transitMs) => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ ...half, transitMs, processes: processes(1, { requests: REQUESTS / 2 }) }),
    );
    expect(ratio.mean).toBeGreaterThan(0.92);
    expect(ratio.worst).toBeGreaterThan(0.9);
    expect(throttledShare.worst).toBeLessThan(0.01);
  });

  it('three processes fill it, too', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ ...half, processes: processes(3, { requests: REQUESTS / 2 }) }),
    );
    expect(ratio.mean).toBeGreaterThan(0.88);
    expect(ratio.worst).toBeGreaterThan(0.82);
    expect(throttledShare.mean).toBeLessThan(0.001);
  });

  it('gives way where it comes in the middle, and takes all when it has gone', async () => {
    const { ratio, ours } = await outcomeOf(
      scene({
        processes: processes(1, { requests: 2 * REQUESTS }),
        consumers: [{ ...HALF, fromMs: 35_000, untilMs: 75_000 }],
      }),
    );
    expect(ours.worst).toBeLessThan(0.02);
    // It has the whole limit for all but four windows of the eleven that it takes alone.
    expect(ratio.worst).toBeGreaterThan(0.78);
  });
});

it('beside a consumer of 30 %, for 4,000 requests', async () => {
  const { ratio, throttledShare } = await outcomeOf(
    scene({
      consumers: [{ ...HALF, share: 0.3 }],
      leftOver: 0.7,
      processes: processes(1, { requests: 4_000 }),
    }),
  );
  expect(ratio.mean).toBeGreaterThan(0.94);
  expect(ratio.worst).toBeGreaterThan(0.92);
  expect(throttledShare.worst).toBeLessThan(0.001);
});

it('beside a consumer of 80 %, a small part is enough to be seen by', async () => {
  const { ratio, throttledShare } = await outcomeOf(
    scene({
      consumers: [{ ...HALF, share: 0.8 }],
      leftOver: 0.2,
      processes: processes(1, { requests: 200 }),
    }),
  );
  expect(ratio.worst).toBeGreaterThan(0.8);
  expect(throttledShare.worst).toBeLessThan(0.01);
});

it('beside one that takes a quarter in a heap at the beginning of each window', async () => {
  const { ratio, throttledShare } = await outcomeOf(
    scene({
      processes: processes(1, { requests: REQUESTS * 0.75 }),
      consumers: [{ ...HALF, share: 0.25, manner: 'burst' }],
      leftOver: 0.75,
    }),
  );
  expect(ratio.worst).toBeGreaterThan(0.83);
  expect(throttledShare.worst).toBeLessThan(0.01);
});

it('beside one that takes all that it can, for a while: goes on, and takes all afterwards', async () => {
  const { ratio, ours, failed } = await outcomeOf(
    scene({ consumers: [{ share: 1, manner: 'greedy', fromMs: 30_000, untilMs: 90_000 }] }),
  );
  expect(failed).toBe(0);
  expect(ours.worst).toBeLessThan(0.08);
  expect(ratio.worst).toBeGreaterThan(0.45);
});
