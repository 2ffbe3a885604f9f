import { redact } from '../hubspot/redaction';
import { requiredScopes } from '../hubspot/scopes';
import type { HubspotError } from '../hubspot/types';
import type { Fault } from '../model/fault';

/** Faults of the credential: HubSpot does not take it, or it lacks a scope. */

/** @param reason In n8n's or HubSpot's words; left out where they would mislead. */
export function credentialFault(reason = ''): Fault {
  return {
    scope: 'run',
    title: 'HubSpot does not accept the credential',
    advice: `${reason ? `${reason.replace(/\.?$/, '.')} ` : ''}Open the credential: reconnect it if it is OAuth2, or enter a valid service key.`,
    retryable: true,
    throws: true,
  };
}

/** On an unknown token HubSpot writes about OAuth, whatever kind of token it is. */
export function isExpired({ category }: HubspotError): boolean {
  return category === 'EXPIRED_AUTHENTICATION';
}

export function permissionFault(error: HubspotError): Fault {
  const scopes = requiredScopes(error);
  return {
    scope: 'target',
    title: 'The credential lacks a scope that HubSpot requires',
    advice: scopes.length
      ? `Give the app or service key one of these scopes, and reconnect the credential if it is OAuth2: ${scopes.join(', ')}.`
      : `${redact(error.message) ?? 'HubSpot forbids the request.'} Check the scopes of the app or service key.`,
    retryable: true,
    throws: true,
  };
}
