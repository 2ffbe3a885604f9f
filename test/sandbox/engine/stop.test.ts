import type { NodeRun } from '../../../sandbox/engine/runNode';
import { connected, oAuth2, request, run } from './probe';
import { apiForTests } from './probeApi';

const api = apiForTests();

describe('pressing Stop', () => {
  const hanging = (): Partial<NodeRun> => ({
    credential: connected(api.current, 'fresh'),
    parameters: { path: '/hang' },
  });

  it('rejects requests in flight and ends the execution', async () => {
    const stop = new AbortController();
    const outcome = run(request(oAuth2.name), { ...hanging(), signal: stop.signal });
    while (api.current.calls('/hang').length < 3) await new Promise(setImmediate);
    stop.abort();
    const { run: execution, success } = await outcome;
    expect(execution.status).toBe('canceled');
    expect(success).toEqual([]);
  });

  it('reaches the node as a signal, and its outputs are kept', async () => {
    const { run: execution, success } = await run(
      async function () {
        const signal = this.getExecutionCancelSignal();
        while (!signal?.aborted) await new Promise((resume) => setTimeout(resume, 1));
        return [this.getInputData(), []];
      },
      { signal: AbortSignal.timeout(20) },
    );
    expect(execution.status).toBe('canceled');
    expect(success).toHaveLength(3);
  });
});
