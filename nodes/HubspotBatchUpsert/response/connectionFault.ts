/** Faults of the way to HubSpot: the address, the encryption, a proxy. */

import type { HttpResponse } from '../http/response';
import type { Fault } from '../model/fault';

export function addressFault(status: number): Fault {
  return {
    scope: 'run',
    title: `The address in the credential does not answer like HubSpot (HTTP ${status})`,
    advice:
      'Check the base URL of the credential; for HubSpot itself it is https://api.hubapi.com.',
    retryable: true,
    throws: true,
  };
}

/** @param code OpenSSL's, such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
export function insecureFault(code: string): Fault {
  return {
    scope: 'run',
    title: `n8n could make no secure connection to HubSpot (${code})`,
    advice:
      "If a proxy between n8n and HubSpot opens encrypted traffic, let n8n trust the proxy's certificate authority with the environment variable NODE_EXTRA_CA_CERTS. Otherwise check the base URL of the credential and the server's clock.",
    retryable: false,
    throws: true,
  };
}

export function proxyFault(): Fault {
  return {
    scope: 'run',
    title: 'A proxy between n8n and HubSpot wants credentials of its own (HTTP 407)',
    advice:
      "Put its user name and password into the variable HTTPS_PROXY of n8n's environment, or let n8n reach HubSpot without the proxy (NO_PROXY).",
    retryable: false,
    throws: true,
  };
}

/**
 * Does the 404 come from HubSpot? Its refusals are JSON of its own kind; on 2026-09 a 404 may be
 * empty, which says nothing unless HubSpot's host or headers vouch for it.
 */
export function isHubspotRefusal({ error, json, text, isFromHubspot }: HttpResponse): boolean {
  const { status, category, correlationId } = error;
  if (status === 'error' || category !== undefined || correlationId !== undefined) return true;
  return isFromHubspot && json === undefined && text.trim() === '';
}
