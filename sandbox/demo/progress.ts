import { SingleBar } from 'cli-progress';
import type { RequestLog } from '../hubspot/log';

/** Shows how many of the rows have had their answer. */
export interface Progress {
  start(total: number): void;
  update(done: number): void;
  stop(): void;
}

const EVERY_MS = 100;
/** Requests that name the records of rows by their ids. */
const NAMING = ['upsert', 'read'];

/** A bar that redraws itself, for a terminal. */
export function progressBar(): Progress {
  const bar = new SingleBar({
    format: '  {bar} {percentage} % | {value} of {total} rows | {duration_formatted}',
    barCompleteChar: '\u2588',
    barIncompleteChar: '\u2591',
    hideCursor: true,
    barsize: 30,
  });
  return {
    start: (total) => bar.start(total, 0),
    update: (done) => bar.update(done),
    stop: () => bar.stop(),
  };
}

/** A line at every quarter, for a log. */
export function progressLines(write: (line: string) => void): Progress {
  let total = 0;
  let shown = 0;
  return {
    start: (rows) => {
      total = rows;
    },
    update: (done) => {
      const quarter = Math.floor((done / total) * 4);
      if (quarter <= shown) return;
      shown = quarter;
      write(`  ${Math.floor((done / total) * 100)} % | ${done} of ${total} rows`);
    },
    stop: () => undefined,
  };
}

export const noProgress: Progress = {
  start: () => undefined,
  update: () => undefined,
  stop: () => undefined,
};

/**
 * Shows progress while `work` is under way, measured where the truth is: by the batches that the
 * sandbox has answered, be they to write or to look first. Rows that are never sent count once the work is done.
 *
 * @param ids of all rows, as they are sent
 */
export async function withProgress<Result>(
  progress: Progress,
  log: RequestLog,
  ids: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const rowsOf = new Map<string, number>();
  for (const id of ids) rowsOf.set(id, (rowsOf.get(id) ?? 0) + 1);
  const answered = () => {
    const answeredIds = NAMING.flatMap((operation) => log.of(operation)).flatMap(
      ({ status, inputIds }) => (status ? inputIds : []),
    );
    return [...new Set(answeredIds)].reduce((sum, id) => sum + (rowsOf.get(id) ?? 0), 0);
  };

  progress.start(ids.length);
  const timer = setInterval(() => progress.update(answered()), EVERY_MS);
  try {
    const result = await work();
    progress.update(ids.length);
    return result;
  } finally {
    clearInterval(timer);
    progress.stop();
  }
}
