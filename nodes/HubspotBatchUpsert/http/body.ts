import { sleep } from 'n8n-workflow';

/** A response body as n8n hands it over with `encoding: 'stream'`. */
export type BodyStream = AsyncIterable<Uint8Array | string> & { destroy(): unknown };

export type ReadBody =
  | { kind: 'read'; text: string }
  | { kind: 'timeout' }
  | { kind: 'tooLarge' }
  | { kind: 'broken'; code: string };

/**
 * A body that has not ended by this part of the size is too large, whatever stops it: whether the
 * size, a reset or the deadline comes first is a matter of who is faster.
 */
const UNENDING_PART = 1 / 8;

/** One for all: what makes an error dear is its trace. */
const READ = new Error('The body was read');

/**
 * Reads a body to its end, within a deadline and a size: n8n's own time-out watches only for
 * silence, so a body that drips would hold the run for ever, and it unpacks gzip without a bound.
 *
 * @param timeoutMs Milliseconds for the whole body.
 * @param maxBytes Unpacked size at most.
 * @returns The text, or why there is none. The stream is closed either way.
 */
export async function readBody(
  stream: BodyStream,
  timeoutMs: number,
  maxBytes: number,
): Promise<ReadBody> {
  const deadline = new AbortController();
  const progress = { bytes: 0 };
  try {
    const read = await Promise.race([
      collect(stream, maxBytes, progress),
      sleep(timeoutMs, deadline.signal).then((): ReadBody => ({ kind: 'timeout' })),
    ]);
    const isUnending = read.kind !== 'read' && progress.bytes > maxBytes * UNENDING_PART;
    return isUnending ? { kind: 'tooLarge' } : read;
  } finally {
    deadline.abort(READ);
    stream.destroy();
  }
}

async function collect(
  stream: BodyStream,
  maxBytes: number,
  progress: { bytes: number },
): Promise<ReadBody> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of stream) {
      progress.bytes += chunk.length;
      if (progress.bytes > maxBytes) return { kind: 'tooLarge' };
      text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    }
    return { kind: 'read', text: text + decoder.decode() };
  } catch (error) {
    return { kind: 'broken', code: errorCode(error) };
  }
}

function errorCode(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'ERR_BODY';
}
