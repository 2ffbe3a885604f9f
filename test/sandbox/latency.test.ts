import { client, sandboxForTest } from './client';

const DETAILS = '/account-info/v3/details';

test('responses take as long as asked', async () => {
  const sandbox = await sandboxForTest({ latency: { minMs: 60, maxMs: 80 } });
  const startedAt = performance.now();
  await client(sandbox).get(DETAILS);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
});

test('a sandbox stops at once, whatever is under way', async () => {
  const sandbox = await sandboxForTest({ latency: { minMs: 60_000, maxMs: 60_000 } });
  const waiting = client(sandbox).get(DETAILS);
  const refused = expect(waiting).rejects.toThrow();
  while (sandbox.log.entries.length === 0) await new Promise(setImmediate);

  const startedAt = performance.now();
  await sandbox.stop();
  await refused;
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});
