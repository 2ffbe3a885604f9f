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
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(
      'The base URL of the credential must start with http:// or https://, e.g. https://api.hubapi.com',
    );
  }
  if (url.username || url.password) {
    throw new Error('The base URL of the credential must not hold a user name or password');
  }
  if (text.includes('?') || text.includes('#')) {
    throw new Error('The base URL of the credential must not hold a query or a fragment');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Does the address lead to HubSpot itself, and not to a gateway or the sandbox? */
export function isHubspotsHost(baseUrl: string): boolean {
  return /(?:^|\.)hubapi\.com$/.test(new URL(baseUrl).hostname);
}
