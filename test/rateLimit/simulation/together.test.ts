import { mean, outcomeOf, seeds } from './outcome';
import { latencies, limit, processes, scene, shortExecutions, WINDOW_MS } from './scenes';

describe('several processes that start at once', () => {
  it('8 of them: whoever is left last sees in time that the others have gone', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ processes: processes(8) }),
      seeds(60),
    );
    expect(ratio.worst).toBeGreaterThanOrEqual(0.89);
    expect(throttledShare.mean).toBeLessThan(0.005);
  });

  it.each([2, 3, 4, 6, 8])('%d fill the limit together', async (count) => {
    const { ratio, throttledShare } = await outcomeOf(scene({ processes: processes(count) }));
    expect(ratio.mean).toBeGreaterThan(0.9);
    expect(ratio.worst).toBeGreaterThan(0.78);
    expect(throttledShare.mean).toBeLessThan(0.01);
    expect(throttledShare.worst).toBeLessThan(0.05);
  });

  it.each([
    [2, 0.85],
    [4, 0.75],
    [8, 0.6],
  ])('%d have much the same, the slowest at least %d of the fastest', async (count, least) => {
    const { fairness } = await outcomeOf(scene({ processes: processes(count) }), seeds(20));
    expect(fairness.mean).toBeGreaterThan(least);
  });

  it('8 of them at 110 requests a window', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ limit: limit(110), processes: processes(8) }),
    );
    expect(ratio.worst).toBeGreaterThan(0.9);
    expect(throttledShare.mean).toBeLessThan(0.02);
  });

  it('8 of them, 50 ms away', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ processes: processes(8), transitMs: 50 }),
    );
    expect(ratio.mean).toBeGreaterThan(0.88);
    expect(throttledShare.mean).toBeLessThan(0.01);
  });

  it.each(Object.entries(latencies))('8 of them, %s: none starves', async (_, latency) => {
    const { ratio, throttledShare, failed } = await outcomeOf(
      scene({ processes: processes(8), latency }),
    );
    expect(failed).toBe(0);
    expect(ratio.mean).toBeGreaterThan(0.65);
    expect(throttledShare.worst).toBeLessThan(0.12);
  });

  it.each([2, 8])(
    '%d where windows do not roll: some are thrown back, none starves',
    async (count) => {
      const { ratio, throttledShare, failed } = await outcomeOf(
        scene({
          // Where all begin anew at once, five repetitions can be too few.
          processes: processes(count, { maxRetries: 8 }),
          limit: limit(190, 'fixed'),
        }),
      );
      expect(failed).toBe(0);
      expect(ratio.mean).toBeGreaterThan(0.8);
      expect(throttledShare.mean).toBeLessThan(0.25);
    },
  );
});

it('processes that start within five seconds find room', async () => {
  const { ratio, throttledShare } = await outcomeOf(
    scene({
      processes: processes(4).map((process, index) => ({
        ...process,
        startsAtMs: WINDOW_MS + index * 1_600,
      })),
    }),
  );
  expect(ratio.mean).toBeGreaterThan(0.75);
  expect(throttledShare.worst).toBeLessThan(0.05);
});

it.each([
  [2, 40],
  [4, 20],
])('%d processes with %d short executions at once', async (count, executions) => {
  const { courses, throttledShare } = await outcomeOf(
    scene({ processes: shortExecutions(count, executions) }),
  );
  const ends = courses.map((course) =>
    Math.max(...course.processes.map(({ endedAt }) => endedAt - WINDOW_MS)),
  );
  expect(mean(ends)).toBeLessThan(7_000);
  expect(Math.max(...ends)).toBeLessThan(12_000);
  expect(throttledShare.worst).toBe(0);
});
