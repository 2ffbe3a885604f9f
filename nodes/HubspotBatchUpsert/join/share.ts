import type { HttpResult } from '../http/response';

/** What a request tells of one of the batches that it held. */
export type Share =
  | { isTold: true; result: HttpResult }
  /** Not beyond doubt: the batch has to be sent by itself. */
  | { isTold: false; isOutcomeUnknown: boolean };

/** The response is the batch's as it stands. */
export function whole(result: HttpResult): Share {
  return { isTold: true, result };
}
