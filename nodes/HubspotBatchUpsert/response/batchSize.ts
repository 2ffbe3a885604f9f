import { TOO_LARGE } from '../hubspot/statuses';
import type { HttpResponse } from '../http/response';

/** "The maximum number of inputs supported in a batch is 100. Please reduce the number of items …" */
const TOO_MANY = /^The maximum number of inputs supported in a batch\b(?: is (\d+))?/i;

/**
 * How many records to send at a time instead; undefined where the refusal is not about their number
 * or their size together.
 */
export function smallerBatch(
  { status, error: { message = '' } }: HttpResponse,
  sent: number,
): number | undefined {
  const tooMany = TOO_MANY.exec(message);
  if (tooMany === null && status !== TOO_LARGE) return undefined;
  const limit = Number(tooMany?.[1]);
  return limit > 0 && limit < sent ? limit : Math.ceil(sent / 2);
}
