import { once } from 'node:events';
import { connect } from 'node:net';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { client, sandboxForTest } from './client';

/** What comes back for a request until the pattern is seen, and whether the connection is open then. */
async function received({ baseUrl }: Sandbox, path: string, pattern: RegExp) {
  const { hostname, port } = new URL(baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(`POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 0\r\n\r\n`);
  let text = '';
  while (!pattern.test(text)) text += String(((await once(socket, 'data')) as unknown[])[0]);
  const isOpen = !socket.readableEnded;
  socket.destroy();
  return { text, isOpen };
}

const TOKEN = '/oauth/v3/token';

test.each<[string, FaultAction, RegExp, RegExp]>([
  ['headers alone', { kind: 'stall', after: 'headers' }, /\r\n\r\n/, /^HTTP\/1.1 400[^]*\r\n\r\n$/],
  ['a body without an end', { kind: 'stall', after: 'body' }, /BAD_CLIENT_ID/, /unknown client id/],
  ['a body that drips', { kind: 'drip', bytesPerSecond: 20 }, /\{"e/, /\{"e[^}]*$/],
  ['101', { kind: 'switchingProtocols' }, /\r\n\r\n/, /^HTTP\/1.1 101 Switching Protocols/],
])('the token endpoint answers %s and stays open', async (_, fault, until, expected) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: TOKEN }, do: fault });
  const { text, isOpen } = await received(sandbox, TOKEN, until);

  expect(text).toMatch(expected);
  expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
  expect(isOpen).toBe(true);
});

test.each<[string, FaultAction, object]>([
  ['silent', { kind: 'hang' }, { code: 'ECONNABORTED' }],
  ['redirecting', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, { status: 302 }],
])('the token endpoint is %s', async (_, fault, expected) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: TOKEN }, do: fault });
  const http = client(sandbox);
  http.defaults.timeout = 300;
  const answer: unknown = await http.post(TOKEN).catch((error: unknown) => error);
  expect(answer).toMatchObject(expected);
});

test('a sandbox with open connections stops', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ do: { kind: 'switchingProtocols' } });
  const { hostname, port } = new URL(sandbox.baseUrl);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.write(`POST ${TOKEN} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: 0\r\n\r\n`);
  await once(socket, 'data');
  const closed = once(socket, 'close');
  await sandbox.stop();
  await closed;
});
