import type { End } from './ends';

/** A failure that says nothing against the record: it was sent, and passes later. */
export function temporary(category: string, httpStatus: number | null, code: string | null = null) {
  return end({ category, httpStatus, code, retryable: true });
}

/** A failure that would come again. */
export function final(category: string, httpStatus: number | null, code: string | null = null) {
  return end({ category, httpStatus, code, retryable: false });
}

function end(failure: Exclude<End, string>): End {
  return { ...failure, attempted: true, stage: 'upsert' };
}

/** All three rows end alike. */
export function allThree(end: End): [End, End, End] {
  return [end, end, end];
}
