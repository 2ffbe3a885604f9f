import { axiosUpsert } from './axiosUpsert';
import type { PrepareWay, Told } from './way';

/** One request for each record with axios, as many in flight as the limit takes. */
export const oneByOne: PrepareWay = (rows, job) => {
  const upsert = axiosUpsert(job);
  return async () => {
    const startedAt = performance.now();
    const told = new Array<Told>(rows.length);
    const waiting = rows.entries();
    const workers = Array.from({ length: job.inFlight }, async () => {
      for (const [index, row] of waiting) {
        [told[index] = { verdict: 'unanswered' }] = await upsert([row]);
      }
    });
    await Promise.all(workers);
    return { milliseconds: performance.now() - startedAt, told };
  };
};
