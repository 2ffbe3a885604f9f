import type { Pair } from '../crm/associations';

/** An answer before it is put on the wire. */
export interface Answer {
  status: number;
  /** JSON, unless `contentType` says otherwise; then text. */
  body: unknown;
  contentType?: string;
  headers?: Record<string, string>;
  /** Ids of the records that were written on the way to it. */
  written?: string[];
  /** Records that were associated on the way to it. */
  associated?: Pair[];
}

export function json(status: number, body: unknown): Answer {
  return { status, body };
}

export function html(status: number, body: string): Answer {
  return { status, body, contentType: 'text/html; charset=utf-8' };
}

/** Thrown where a request as a whole is refused. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`Refused with ${answer.status}`);
  }
}
