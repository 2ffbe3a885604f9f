import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../answers/answer';
import type { WireFault } from '../faults/fault';

const MEGABYTE = 1_000_000;
const DRIP_INTERVAL_MS = 50;
/** Above it Fastify sends nothing. */
const HIGHEST_KNOWN_STATUS = 599;

const SWITCHING_PROTOCOLS =
  'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';

/** The bytes of an answer and the headers that describe them. */
interface Message {
  status: number;
  headers: Record<string, string>;
  payload: Buffer;
}

/** Puts an answer on the wire as it is. */
export function send(reply: FastifyReply, answer: Answer): void {
  const { status, headers, payload } = encode(answer);
  if (status > HIGHEST_KNOWN_STATUS) {
    reply.hijack().raw.writeHead(status, headers).end(payload);
    return;
  }
  void reply.code(status).headers(headers).send(payload);
}

/** Puts an answer on the wire with a fault. Resolves when nothing more will be sent. */
export async function sendFaulty(
  reply: FastifyReply,
  answer: Answer,
  fault: WireFault,
  stopped: AbortSignal,
): Promise<void> {
  const { raw } = reply.hijack();
  const { status, headers, payload } = encode(answer);
  switch (fault.kind) {
    case 'reset':
      raw.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'stall':
      raw.writeHead(status, headers);
      raw.flushHeaders();
      if (fault.after === 'body') raw.write(payload);
      return;
    case 'switchingProtocols':
      raw.socket?.write(SWITCHING_PROTOCOLS);
      return;
    case 'drip':
      raw.writeHead(status, { ...headers, 'content-length': payload.length });
      await drip(reply, payload, fault.bytesPerSecond, stopped);
      return;
    case 'halfBody':
      raw.writeHead(status, { ...headers, 'content-length': payload.length });
      raw.write(payload.subarray(0, Math.ceil(payload.length / 2)), () => raw.socket?.destroy());
      return;
    case 'invalidUtf8':
      raw.writeHead(status, headers).end(Buffer.concat([Buffer.from([0xc3, 0x28]), payload]));
      return;
    case 'gzipBomb':
      raw.writeHead(status, { ...headers, 'content-encoding': 'gzip' });
      raw.end(gzipBomb(payload, fault.megabytes));
  }
}

function encode({ status, body, contentType, headers }: Answer): Message {
  const text = contentType === undefined ? JSON.stringify(body) : String(body);
  return {
    status,
    headers: { 'content-type': contentType ?? 'application/json;charset=utf-8', ...headers },
    payload: Buffer.from(text),
  };
}

async function drip(
  { raw }: FastifyReply,
  payload: Buffer,
  bytesPerSecond: number,
  signal: AbortSignal,
): Promise<void> {
  const step = Math.max(1, Math.round((bytesPerSecond * DRIP_INTERVAL_MS) / 1000));
  for (let start = 0; start < payload.length && !raw.destroyed; start += step) {
    raw.write(payload.subarray(start, start + step));
    await pause(DRIP_INTERVAL_MS, undefined, { signal });
  }
  raw.end();
}

/** White space before the payload: gzip members may follow one another, so one is made only. */
function gzipBomb(payload: Buffer, megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(MEGABYTE, ' '));
  const members = Array.from({ length: megabytes }, () => member);
  return Buffer.concat([...members, gzipSync(payload)]);
}
