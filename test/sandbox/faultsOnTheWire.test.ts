import type { AxiosError, AxiosResponse } from 'axios';
import axios from 'axios';
import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest } from './client';

async function upsertWith(action: FaultAction) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: action });
  const http = client(sandbox);
  const outcome: unknown = await http
    .post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] })
    .catch((error: AxiosError) => error.code);
  return { outcome, sandbox, written: sandbox.store.count('line_items') };
}

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection is reset %s the write', async (when, written) => {
  const struck = await upsertWith({ kind: 'reset', when });
  expect(struck).toMatchObject({ outcome: 'ECONNRESET', written });
  expect(struck.sandbox.log.upserts()[0]).toMatchObject({ status: null, faults: ['reset'] });
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a response never comes, %s the write', async (when, written) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'hang', when } });
  const patience = new AbortController();
  const http = client(sandbox);
  http.defaults.signal = patience.signal;
  const answer = http.post(LINE_ITEMS_UPSERT, { inputs: [lineItem('a')] });
  const givenUp = expect(answer).rejects.toMatchObject({ code: 'ERR_CANCELED' });
  while (sandbox.heldBack() === 0) await new Promise(setImmediate);
  expect(sandbox.log.upserts()[0]).toMatchObject({ status: null, faults: ['hang'] });
  expect(sandbox.store.count('line_items')).toBe(written);
  patience.abort();
  await givenUp;
});

test('a body drips', async () => {
  const startedAt = performance.now();
  const { outcome } = await upsertWith({ kind: 'drip', bytesPerSecond: 2000 });
  const bodyLength = JSON.stringify((outcome as AxiosResponse).data).length;

  expect(outcome).toMatchObject({ status: 200, data: { status: 'COMPLETE' } });
  expect(performance.now() - startedAt).toBeGreaterThan(((bodyLength / 2000) * 1000) / 2);
});

test('half a body ends in a broken connection', async () => {
  const { outcome, written } = await upsertWith({ kind: 'halfBody' });
  expect(outcome).toMatch(/ERR_BAD_RESPONSE|ECONNRESET/);
  expect(written).toBe(1);
});

test('a body is no UTF-8', async () => {
  const { sandbox } = await upsertWith({ kind: 'invalidUtf8' });
  const key = sandbox.tokens.serviceKey();
  const { data } = await axios.get<Buffer>(`${sandbox.baseUrl}/account-info/v3/details`, {
    headers: { Authorization: `Bearer ${key}` },
    responseType: 'arraybuffer',
  });
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(data)).toThrow('not valid');
});

test('a small gzip body expands', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'gzipBomb', megabytes: 20 } });
  const http = client(sandbox);
  const whole = await http.get('/account-info/v3/details');
  expect(whole.data.portalId).toBe(1234567);

  http.defaults.decompress = false;
  http.defaults.responseType = 'arraybuffer';
  const packed = await http.get('/account-info/v3/details');
  expect((packed.data as unknown as Buffer).length).toBeLessThan(100_000);
});
