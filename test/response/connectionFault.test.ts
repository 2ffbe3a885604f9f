import {
  addressFault,
  insecureFault,
  isHubspotRefusal,
  proxyFault,
} from '../../nodes/HubspotBatchUpsert/response/connectionFault';
import { hubspotResponse } from '../support/hubspotResponse';

const words = (pattern: RegExp): unknown => expect.stringMatching(pattern);

it('the address is told with HubSpot’s own, and the items pass once it is right', () => {
  expect(addressFault(404)).toEqual({
    scope: 'run',
    title: 'The address in the credential does not answer like HubSpot (HTTP 404)',
    advice: words(/base URL of the credential.*https:\/\/api\.hubapi\.com/),
    retryable: true,
    throws: true,
  });
});

it.each([
  [insecureFault('CERT_REVOKED'), /\(CERT_REVOKED\)/, /NODE_EXTRA_CA_CERTS.*clock/],
  [proxyFault(), /proxy/, /HTTPS_PROXY.*NO_PROXY/],
])('what no repetition changes ends the run: %j', (fault, title, advice) => {
  const lasting = { scope: 'run', retryable: false, throws: true };
  expect(fault).toEqual({ ...lasting, title: words(title), advice: words(advice) });
});

it.each([
  [{ status: 'error' }, false, true],
  [{ category: 'C' }, false, true],
  [{ correlationId: 'c' }, false, true],
  [{ message: 'm' }, true, false],
  [undefined, true, true],
  [undefined, false, false],
])('%j, from HubSpot: %p, is HubSpot’s own answer: %p', (json, isFromHubspot, own) => {
  expect(isHubspotRefusal({ ...hubspotResponse(404, json), isFromHubspot })).toBe(own);
});
