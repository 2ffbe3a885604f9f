/** A batch to be written, as far as it matters to what may travel with it. */
export interface WaitingBatch {
  /** The execution that asks for it. */
  run: string;
  /** Where it goes and how: batches share a request only where it is the same. */
  way: string;
  /** The records that it writes. Batches that have one in common are sent one after the other. */
  records: readonly string[];
  /** What tells its records apart in a response, and has to be unique in the request. */
  traceIds: readonly string[];
  /** Records that a request with it may hold. */
  mostAtOnce: number;
  /** False where it has to travel alone. */
  mayJoin: boolean;
}

/**
 * Which of the batches travel in one request. The first does; each of the others as far as there is
 * room, and as they can be told apart.
 *
 * @param waiting In the order of their coming, all of one way, without a record in common.
 */
export function whichJoin<Batch extends WaitingBatch>(waiting: readonly Batch[]): Batch[] {
  const joined: Batch[] = [];
  const runs = new Set<string>();
  const traceIds = new Set<string>();
  let mostAtOnce = Infinity;
  for (const batch of waiting) {
    if (joined.length > 0 && !(batch.mayJoin && joined[0]?.mayJoin)) continue;
    // How an execution divides its own records has its reasons.
    if (runs.has(batch.run) || batch.traceIds.some((traceId) => traceIds.has(traceId))) continue;
    const least = Math.min(mostAtOnce, batch.mostAtOnce);
    if (joined.length > 0 && traceIds.size + batch.traceIds.length > least) continue;
    mostAtOnce = least;
    joined.push(batch);
    runs.add(batch.run);
    for (const traceId of batch.traceIds) traceIds.add(traceId);
  }
  return joined;
}
