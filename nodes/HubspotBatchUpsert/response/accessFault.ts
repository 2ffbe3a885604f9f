/** Faults of the credential: HubSpot does not take it, or it lacks a scope. */

import { shorten } from '../hubspot/bounds';
import { scopesToGrant } from '../hubspot/scopes';
import type { HubspotError } from '../hubspot/types';
import type { Fault } from '../model/fault';

/** @param reason In n8n's or HubSpot's words; left out where they would mislead. */
export function credentialFault(reason = ''): Fault {
  return {
    scope: 'run',
    title: 'HubSpot does not accept the credential',
    advice: `${reason ? `${asSentence(reason)} ` : ''}Open the credential: reconnect it if it is OAuth2, or enter a valid service key.`,
    retryable: true,
    throws: true,
  };
}

/**
 * What a 403 tells: a scope that is missing, or something that no scope would help. HubSpot's own
 * sentence says it best where the category is not known.
 */
export function permissionFault(error: HubspotError): Fault {
  const fault = { scope: 'target', retryable: true, throws: true } as const;
  const said = `${asSentence(shorten(error.message) ?? 'HubSpot did not say why')} `;
  const scopes = scopesToGrant(error);
  if (scopes !== undefined || error.category === 'MISSING_SCOPES') {
    return {
      ...fault,
      title: 'The credential lacks a scope that HubSpot requires',
      advice: scopes
        ? `Give the app or service key ${scopes}. Reconnect the credential if it is OAuth2.`
        : `${said}Check the scopes of the app or service key.`,
    };
  }
  switch (error.category) {
    case 'BANNED':
      return {
        ...fault,
        title: 'HubSpot has blocked the app of the credential',
        advice: `${said}Ask HubSpot's support or an administrator of the account why, or use another app.`,
      };
    case 'USER_DOES_NOT_HAVE_PERMISSIONS':
      return {
        ...fault,
        title: 'The HubSpot user behind the credential lacks a permission',
        advice: `${said}An administrator of the account can grant it to the user in Settings > Users & Teams.`,
      };
    default:
      return {
        ...fault,
        title: 'HubSpot forbids the request',
        advice: `${said}Check what the app or service key, and the user behind it, may do in the account.`,
      };
  }
}

function asSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
