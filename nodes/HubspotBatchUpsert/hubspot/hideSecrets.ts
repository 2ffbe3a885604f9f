/** Authorization headers, service keys and private-app tokens (HubSpot: `pat-<region>-<uuid>`). */
const SECRETS = /\bBearer\s+[\w.~+/=-]{12,}|\bpat-[a-z]+\d*-[\w-]+/gi;

/**
 * Blots out tokens in an error. HubSpot never quotes one, but a gateway in front of it may quote
 * the whole request, and what an error says goes into items and messages.
 *
 * @param error JSON of an answer; it is left as it is.
 */
export function hideSecrets(error: unknown): unknown {
  const text = JSON.stringify(error) ?? '';
  const hidden = text.replace(SECRETS, '(hidden)');
  return hidden === text ? error : (JSON.parse(hidden) as unknown);
}
