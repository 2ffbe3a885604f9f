/** No case makes the node wait this long, be it that each of its records waits for two repetitions. */
const ENDLESS_MS = 3_600_000;

/** What a run comes to; undefined where it does not end. */
export async function withinTime<Result>(running: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ENDLESS_MS);
  });
  try {
    return await Promise.race([running, end]);
  } finally {
    clearTimeout(timer);
  }
}
