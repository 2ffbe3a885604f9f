import { createHmac, randomBytes } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isRecord } from '../hubspot/untrustedJson';

/** Made anew in every process, so that nothing can be found out from a mark. */
const PROCESS_KEY = randomBytes(32);

/**
 * Tells credentials from each other without holding any of them. The id in n8n does not: fields may be
 * expressions, and one credential may stand for each user's own account.
 *
 * @returns The same as long as the credential is; a renewed access token makes no other one of it.
 */
export function credentialMark(credential: ICredentialDataDecryptedObject): string {
  const { oauthTokenData: tokens } = credential;
  const lasting =
    isRecord(tokens) && typeof tokens.refresh_token === 'string' ? tokens.refresh_token : tokens;
  const marked = JSON.stringify({ ...credential, oauthTokenData: lasting });
  return createHmac('sha256', PROCESS_KEY).update(marked).digest('base64url');
}
