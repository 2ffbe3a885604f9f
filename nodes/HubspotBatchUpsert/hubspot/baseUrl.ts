/** An http(s) address with neither user info nor query nor fragment, no longer than addresses are. */
const USABLE = /^(?=.{1,2048}$)https?:\/\/[^\s/?#@\\]+(?:\/[^?#]*)?$/i;

const SLASHES_BEHIND = /\/+$/;

/**
 * The credential's `baseUrl`, fit for putting a path behind it.
 *
 * @param value What stands in the credential: `https://api.hubapi.com`, a gateway, the sandbox.
 * @returns The address without trailing slashes.
 * @throws Error with a message for the user where it is no plain http(s) address: user info would
 *   leak into logs, a query or fragment would swallow the path.
 */
export function parseBaseUrl(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username || url?.password) {
    throw new Error('The base URL of the credential must not hold a user name or password');
  }
  if (url && (text.includes('?') || text.includes('#'))) {
    throw new Error('The base URL of the credential must not hold a query or a fragment');
  }
  if (url === undefined || !USABLE.test(text)) {
    throw new Error(
      'The base URL of the credential must start with http:// or https:// and be no longer than 2,048 characters, e.g. https://api.hubapi.com',
    );
  }
  return `${url.origin}${url.pathname}`.replace(SLASHES_BEHIND, '');
}

/**
 * Makes an expression of n8n that reads the credential's `baseUrl` as `parseBaseUrl` does, for requests
 * that n8n makes on behalf of the credential.
 *
 * @param value Expression of the value in the credential, e.g. `$self["baseUrl"]`.
 * @returns An expression of the address without trailing slashes; of an empty text, which leads
 *   nowhere, where the value is none that the node itself would use.
 */
export function baseUrlExpression(value: string): string {
  const text = `${value}.trim()`;
  return `(${String(USABLE)}.test(${text}) ? ${text}.replace(${String(SLASHES_BEHIND)}, "") : "")`;
}

/** Does the address lead to HubSpot itself, and not to a gateway or the sandbox? */
export function isHubspotsHost(baseUrl: string): boolean {
  return /(?:^|\.)hubapi\.com$/.test(new URL(baseUrl).hostname);
}
