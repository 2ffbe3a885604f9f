import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UntrustedTls } from '../../../sandbox/hubspot/server/certificate';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyFor, serviceKeyOf, upsert } from '../../support/upsert';

const UNTRUSTED: UntrustedTls[] = [
  'selfSigned',
  'unknownIssuer',
  'incompleteChain',
  'privateAuthority',
  'expired',
];

describe.each(UNTRUSTED)('a certificate that is not trusted (%s)', (tls) => {
  it.each(['serviceKey', 'oAuth2'] as const)(
    'ends the run at once (%s)',
    async (authentication) => {
      const sandbox = await sandboxForTest({ tls });
      const credential =
        authentication === 'oAuth2' ? oAuth2Of(sandbox).credential : serviceKeyOf(sandbox);
      const { thrown } = await upsert({ items: lineItems(250), credential });
      expect(thrown?.message).toContain('NODE_EXTRA_CA_CERTS');
      expect(sandbox.log.entries).toEqual([]);
    },
  );

  it.each(CONTINUING)('with On Error %s nothing counts as sent', async (_, settings) => {
    const sandbox = await sandboxForTest({ tls });
    const outcome = await upsert({
      items: lineItems(3),
      credential: serviceKeyOf(sandbox),
      settings,
    });
    expectAllAccounted(outcome, 3);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ attempted: false, retryable: false });
      expect(failure.message).toContain('NODE_EXTRA_CA_CERTS');
    }
  });
});

it('https where a server speaks http ends the run at once, and says so', async () => {
  const sandbox = await sandboxForTest();
  const baseUrl = sandbox.baseUrl.replace('http:', 'https:');
  const { thrown } = await upsert({ items: lineItems(250), credential: serviceKeyFor(baseUrl) });
  expect(thrown?.message).toMatch(/secure connection/);
});

describe('a proxy that wants to know who is there', () => {
  const fault = { kind: 'html', status: 407, when: 'before' } as const;

  it('ends the run at once', async () => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ do: fault });
    const { thrown } = await upsert({ items: lineItems(250), credential: serviceKeyOf(sandbox) });
    expect(thrown?.message).toMatch(/proxy/);
    expect(sandbox.log.entries).toHaveLength(1);
  });

  it('in the middle of the run leaves the rest unsent', async () => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({ match: { path: '/batch/upsert', nth: 2 }, do: fault });
    const outcome = await upsert({
      items: lineItems(6),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { batchSize: 2, maxConcurrency: 1 } },
    });
    expectAllAccounted(outcome, 6);
    expect(outcome.success).toHaveLength(2);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ attempted: false, retryable: false });
      expect(failure.message).toMatch(/proxy/);
    }
  });

  it('where it lets no encrypted connection through, too', async () => {
    let asked = 0;
    const proxy = createServer().on('connect', (_, socket) => {
      asked += 1;
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const credential = serviceKeyFor('https://hubspot.example');
      const { thrown } = await upsert({ items: lineItems(250), credential });
      expect(thrown?.message).toMatch(/proxy.*HTTPS_PROXY/);
      expect(asked).toBe(1);
    } finally {
      delete process.env.HTTPS_PROXY;
      proxy.close();
    }
  });
});
