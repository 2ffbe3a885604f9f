import { axiosUpsert } from './axiosUpsert';
import type { PrepareWay, Verdict } from './way';

/** One request for each record with axios, as many in flight as the limit takes. */
export const oneByOne: PrepareWay = (rows, job) => {
  const upsert = axiosUpsert(job);
  return async () => {
    const startedAt = performance.now();
    const verdicts = new Array<Verdict>(rows.length);
    const waiting = rows.entries();
    const workers = Array.from({ length: job.inFlight }, async () => {
      for (const [index, row] of waiting) {
        [verdicts[index] = 'unanswered'] = await upsert([row]);
      }
    });
    await Promise.all(workers);
    return { milliseconds: performance.now() - startedAt, verdicts };
  };
};
