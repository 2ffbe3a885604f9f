import { mean, outcomeOf, windowsUntil, type Scene } from './outcome';
import { latecomer, latencies, limit, scene, WINDOW_MS } from './scenes';

describe('a process that starts three windows after one that fills the limit', () => {
  it.each([5, 50])(
    'has a quarter of its throughput before long, %d ms away, and none of its requests fails',
    async (transitMs) => {
      const processes = latecomer(190, 400, 24);
      const { courses, throttledShare, failed } = await outcomeOf(scene({ processes, transitMs }));
      const windows = courses.map(({ processes: [first, other] }) =>
        windowsUntil(1 / 4, other!, first!, {
          startsAtMs: processes[1]!.startsAtMs,
          windowMs: WINDOW_MS,
        }),
      );
      expect(failed).toBe(0);
      expect(mean(windows)).toBeLessThan(3);
      expect(Math.max(...windows)).toBeLessThan(20);
      expect(throttledShare.worst).toBeLessThan(0.01);
    },
  );

  it.each<[string, number, Partial<Scene>]>([
    ['at 110 requests a window', 110, { limit: limit(110) }],
    ['where windows do not roll', 190, { limit: limit(190, 'fixed') }],
    ['far away and slow', 190, { transitMs: 50, latency: latencies.slow }],
  ])('none of its requests fails %s', async (_, perWindow, more) => {
    const { throttledShare, failed } = await outcomeOf(
      scene({ processes: latecomer(perWindow, 200, 14), ...more }),
    );
    expect(failed).toBe(0);
    expect(throttledShare.worst).toBeLessThan(0.06);
  });
});
