import { Readable } from 'node:stream';
import { readBody } from '../../nodes/HubspotBatchUpsert/http/body';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const SECOND = 1_000;

function streamOf(...chunks: Array<string | Buffer | Error>): Readable {
  return Readable.from(
    (function* () {
      for (const chunk of chunks) {
        if (chunk instanceof Error) throw chunk;
        yield chunk;
      }
    })(),
  );
}

async function read(stream: Readable, maxBytes = 100) {
  const startedAt = performance.now();
  const body = await inVirtualTime(readBody(stream, SECOND, maxBytes));
  return { body, took: performance.now() - startedAt };
}

it('a body is read to its end, whatever pieces it comes in', async () => {
  const bytes = Buffer.from('{"name":"Größe"}');
  const stream = streamOf(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)));
  expect(await read(stream)).toEqual({
    body: { kind: 'read', text: '{"name":"Größe"}' },
    took: 0,
  });
});

it('text is taken as it is', async () => {
  expect((await read(streamOf('a', 'ö', 'b'))).body).toEqual({ kind: 'read', text: 'aöb' });
});

it('a body that ends amid a character keeps a mark of it', async () => {
  const cut = Buffer.from('aö').subarray(0, 2);
  expect((await read(streamOf(cut))).body).toEqual({ kind: 'read', text: 'a\ufffd' });
});

it('an empty body is an empty text', async () => {
  expect((await read(streamOf())).body).toEqual({ kind: 'read', text: '' });
});

it('a body may be as large as is allowed, and no larger', async () => {
  const half = Buffer.alloc(50, 'x');
  expect((await read(streamOf(half, half), 100)).body).toMatchObject({ kind: 'read' });
  expect((await read(streamOf(half, half, 'y'), 100)).body).toEqual({ kind: 'tooLarge' });
});

it('what comes after too much is not waited for', async () => {
  const stream = new Readable({ read: () => undefined });
  stream.push(Buffer.alloc(101));
  expect(await read(stream)).toEqual({ body: { kind: 'tooLarge' }, took: 0 });
});

it('a body that does not come is given up in time', async () => {
  const stream = new Readable({ read: () => undefined });
  stream.push('{');
  expect(await read(stream)).toEqual({ body: { kind: 'timeout' }, took: SECOND });
});

it('a body that drips is given up in time', async () => {
  const stream = new Readable({
    read() {
      setTimeout(() => this.push('.'), 100);
    },
  });
  const { body, took } = await read(stream);
  expect({ body, took }).toEqual({ body: { kind: 'timeout' }, took: SECOND });
});

it.each([
  [Object.assign(new Error('aborted'), { code: 'ECONNRESET' }), 'ECONNRESET'],
  [Object.assign(new Error('strange'), { code: 7 }), 'ERR_BODY'],
  [new Error('unnamed'), 'ERR_BODY'],
])('a body that breaks off says with which code: %p', async (error, code) => {
  expect((await read(streamOf('{', error))).body).toEqual({ kind: 'broken', code });
});

it.each([
  ['was read', () => streamOf('x')],
  ['was too large', () => streamOf(Buffer.alloc(101))],
  ['broke off', () => streamOf(new Error('gone'))],
  ['did not come', () => new Readable({ read: () => undefined })],
])('a body that %s holds neither a connection nor a timer', async (_, make) => {
  const stream = make();
  await read(stream);
  expect(stream.destroyed).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
