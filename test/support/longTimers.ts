const LONG_MS = 300_000;

/**
 * n8n waits for a token endpoint on its own account, long after the node has given up. That wait
 * does not keep the process of the tests that follow.
 */
export function letGoOfLongTimers(): void {
  beforeEach(() => {
    const { setTimeout: start } = globalThis;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation((work: () => void, ms?: number) => {
      const timer = start(work, ms);
      return (ms ?? 0) >= LONG_MS ? timer.unref() : timer;
    });
  });
  afterEach(() => jest.restoreAllMocks());
}
