import { Readable } from 'node:stream';
import { readBody, type BodyStream } from '../../nodes/HubspotBatchUpsert/http/body';

const MAX_BYTES = 800;
const TIMEOUT_MS = 1_000;

const RESET = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** A body of so many bytes in chunks of ten, and how it goes on. */
async function* sent(bytes: number, end: 'ends' | 'breaks' | 'stops'): AsyncGenerator<Buffer> {
  for (let count = 0; count < bytes; count += 10)
    yield await Promise.resolve(Buffer.alloc(10, 'x'));
  if (end === 'breaks') throw RESET;
  if (end === 'stops') await new Promise(() => undefined);
}

async function read(stream: AsyncIterable<Buffer>) {
  const body: BodyStream = Readable.from(stream, { objectMode: false });
  const reading = readBody(body, TIMEOUT_MS, MAX_BYTES);
  await jest.advanceTimersByTimeAsync(TIMEOUT_MS);
  return await reading;
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
afterEach(() => jest.useRealTimers());

it('a body up to the size is read to its end', async () => {
  const read800 = await read(sent(MAX_BYTES, 'ends'));
  expect(read800).toEqual({ kind: 'read', text: 'x'.repeat(MAX_BYTES) });
});

it('a character may be cut by the wire', async () => {
  const bytes = Buffer.from('Grüße');
  const body = Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]);
  expect(await read(body)).toEqual({ kind: 'read', text: 'Grüße' });
});

it.each([
  ['breaks', 100, { kind: 'broken', code: 'ECONNRESET' }],
  ['breaks', 110, { kind: 'tooLarge' }],
  ['stops', 100, { kind: 'timeout' }],
  ['stops', 110, { kind: 'tooLarge' }],
  ['breaks', MAX_BYTES + 10, { kind: 'tooLarge' }],
  ['ends', MAX_BYTES + 10, { kind: 'tooLarge' }],
] as const)('one that %s after %i bytes of 800 is %j', async (end, bytes, expected) => {
  expect(await read(sent(bytes, end))).toEqual(expected);
});

it('what breaks without a code is called so', async () => {
  const body = Readable.from(
    (async function* () {
      yield await Promise.resolve(Buffer.from('{'));
      throw new Error('no code');
    })(),
  );
  expect(await read(body)).toEqual({ kind: 'broken', code: 'ERR_BODY' });
});

it.each(['ends', 'breaks', 'stops'] as const)(
  'the stream of one that %s is closed',
  async (end) => {
    const body = Readable.from(sent(10, end));
    const reading = readBody(body, TIMEOUT_MS, MAX_BYTES);
    await jest.advanceTimersByTimeAsync(TIMEOUT_MS);
    await reading;
    expect(body.destroyed).toBe(true);
  },
);
