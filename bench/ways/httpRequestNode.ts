import { setTimeout as pause } from 'node:timers/promises';
import { axiosUpsert } from './axiosUpsert';
import { chunksOf } from './chunks';
import type { PrepareWay, Told } from './way';

/** "Batch Interval" of the node's option Batching, at its default. */
const BATCH_INTERVAL_MS = 1000;

/**
 * n8n's HTTP Request node with the option Batching, each of its items being the body for 100
 * records. As that node does (n8n nodes-base, HttpRequestV3), it sends the requests of a batch at
 * once, waits the interval whether they are answered or not, and collects the answers at the end.
 * The node itself lives in n8n-nodes-base, which is far too large to install.
 *
 * @param itemsPerBatch "Items per Batch" of the option.
 */
const httpRequestNodeWith =
  (itemsPerBatch: number): PrepareWay =>
  (rows, job) => {
    const upsert = axiosUpsert(job);
    return async () => {
      const startedAt = performance.now();
      const answers: Array<Promise<Told[]>> = [];
      for (const [index, chunk] of chunksOf(rows).entries()) {
        if (index > 0 && index % itemsPerBatch === 0) await pause(BATCH_INTERVAL_MS);
        answers.push(upsert(chunk));
      }
      const told = await Promise.all(answers);
      return { milliseconds: performance.now() - startedAt, told: told.flat() };
    };
  };

/** As careful as a user is who does not know the limit. */
export const httpRequestNode = httpRequestNodeWith(10);

/** As near to a limit of 190 in 10 seconds as a fixed wait goes. */
export const httpRequestNodeTuned = httpRequestNodeWith(19);
