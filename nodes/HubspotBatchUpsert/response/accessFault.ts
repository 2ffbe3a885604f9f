import { redact } from '../hubspot/redaction';
import { contextTexts } from '../hubspot/parsing';
import type { HubspotError } from '../hubspot/types';
import type { Fault } from './faults';

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
    scope: 'group',
    title: 'The credential lacks a scope that HubSpot requires',
    advice: scopes.length
      ? `Give the app or service key one of these scopes, and reconnect the credential if it is OAuth2: ${scopes.join(', ')}.`
      : `${redact(error.message) ?? 'HubSpot forbids the request.'} Check the scopes of the app or service key.`,
    retryable: true,
    throws: true,
  };
}

/** HubSpot names the scopes in the details, or in the error's own context. */
export function requiredScopes(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  const scopes = contexts.flatMap((context) => contextTexts(context, 'requiredGranularScopes'));
  return redact([...new Set(scopes)]);
}
