import type { WayJob, WayRun } from '../ways/way';
import { startHelper } from './conversation';
import type { WayQuestion, WayReply } from './wayProcess';

/**
 * Runs several jobs at once, each in a process of its own. All start when the last of them is
 * ready, so that starting a process is in no measurement.
 *
 * @param whenReady Called before they start.
 */
export async function runWays(
  jobs: readonly WayJob[],
  whenReady: () => Promise<void>,
): Promise<WayRun[]> {
  const helpers = jobs.map(() => startHelper<WayQuestion, WayReply>('wayProcess'));
  try {
    await Promise.all(
      helpers.map(async (helper, index) => {
        const job = jobs[index];
        if (job) await helper.ask({ do: 'prepare', job });
      }),
    );
    await whenReady();
    const replies = await Promise.all(helpers.map((helper) => helper.ask({ do: 'run' })));
    return replies.map(({ run }) => {
      if (run === undefined) throw new Error('A way gave no result');
      return run;
    });
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}
