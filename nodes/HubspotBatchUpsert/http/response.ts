/** What came of one HTTP request, as plain data: sending never throws. */
export type HttpResult = HttpResponse | NoResponse | AuthFailed;

/** HubSpot, or something on the way to it, answered in full. */
export interface HttpResponse {
  kind: 'response';
  status: number;
  headers: ResponseHeaders;
  /** The body where it was JSON, otherwise undefined. */
  json: unknown;
  /** The first characters of a body that was not JSON, for the message. */
  text: string;
}

/** No complete answer came. */
export interface NoResponse {
  kind: 'noResponse';
  reason: 'timeout' | 'network' | 'tooLarge' | 'cancelled';
  /** Node's or axios' error code, such as `ECONNRESET`. */
  code: string;
  /** False only where the request cannot have reached HubSpot. */
  sent: boolean;
  /** The status, where the head of an answer came and the rest of it did not. */
  status?: number;
  message: string;
}

/** n8n could not sign the request: not connected, revoked, or no new token to be had. */
export interface AuthFailed {
  kind: 'authFailed';
  /** Had the request left with a token that HubSpot no longer accepted? */
  sent: boolean;
  message: string;
}

/** Header names in lower case, each with its text. */
export type ResponseHeaders = Readonly<Record<string, string | undefined>>;

/** Headers as axios hands them over, made plain. */
export function toResponseHeaders(headers: object): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
