import { Agent } from 'node:https';
import axios from 'axios';
import type { AxiosError } from 'axios';
import type { UntrustedTls } from '../../sandbox/hubspot/server/certificate';
import { sandboxForTest } from './client';

/** What a client finds that trusts what it is told to. */
async function details(baseUrl: string, ca?: string): Promise<unknown> {
  const answer = axios.get(`${baseUrl}/account-info/v3/details`, {
    httpsAgent: new Agent({ ca }),
    validateStatus: () => true,
  });
  return answer.then(
    ({ status }) => status,
    ({ code }: AxiosError) => code,
  );
}

test.each<[UntrustedTls, string]>([
  ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['unknownIssuer', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ['incompleteChain', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['privateAuthority', 'SELF_SIGNED_CERT_IN_CHAIN'],
])('a certificate that is %s ends in %s, and works where it is trusted', async (tls, code) => {
  const { baseUrl, rootCertificate } = await sandboxForTest({ tls });
  expect(baseUrl).toMatch(/^https:/);
  expect(await details(baseUrl)).toBe(code);
  expect(await details(baseUrl, rootCertificate)).toBe(401);
});

test('an expired certificate does not work even where it is trusted', async () => {
  const { baseUrl, rootCertificate } = await sandboxForTest({ tls: 'expired' });
  expect(await details(baseUrl, rootCertificate)).toBe('CERT_HAS_EXPIRED');
});

test('https at a port that speaks http ends in EPROTO', async () => {
  const { baseUrl } = await sandboxForTest();
  expect(await details(baseUrl.replace('http:', 'https:'))).toBe('EPROTO');
});
