import { NO_ERROR, parseError } from '../hubspot/parsing';
import { isSuccess } from '../hubspot/statuses';
import type { HubspotError } from '../hubspot/types';

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
  /** How often in a row the request was answered with this status. */
  timesInARow: number;
  /** Did it come from HubSpot's own host, or through something that passes its headers on? */
  isFromHubspot: boolean;
  /** What HubSpot says is wrong; empty where the status is a success. */
  error: HubspotError;
}

/** No complete answer came. */
export interface NoResponse {
  kind: 'noResponse';
  reason: 'timeout' | 'network' | 'insecure' | 'tooLarge' | 'cancelled';
  /** Node's, axios' or OpenSSL's error code, such as `ECONNRESET`. */
  code: string;
  /** False only where the request cannot have reached HubSpot. */
  sent: boolean;
  /** The status, where the head of an answer came and the rest of it did not. */
  status?: number;
  message: string;
}

/** What became of a request whose execution was cancelled after it had left. */
export const CANCELLED_UNDERWAY: NoResponse = {
  kind: 'noResponse',
  reason: 'cancelled',
  code: 'ERR_CANCELED',
  sent: true,
  message: 'The execution was cancelled before HubSpot answered',
};

/** n8n could not sign the request: not connected, revoked, or no new token to be had. */
export interface AuthFailed {
  kind: 'authFailed';
  /** Had the request left with a token that HubSpot no longer accepted? */
  sent: boolean;
  message: string;
}

/** Header names in lower case, each with its text. */
export type ResponseHeaders = Readonly<Record<string, string | undefined>>;

const MAX_TEXT_IN_MESSAGES = 500;

/**
 * Parses a body and, where the status tells of one, the error in it.
 *
 * @param isHubspotsHost Was HubSpot's own host asked?
 */
export function toHttpResponse(
  status: number,
  headers: ResponseHeaders,
  body: string,
  isHubspotsHost = false,
): HttpResponse {
  const json = parseJson(body);
  return {
    kind: 'response',
    status,
    headers,
    json,
    timesInARow: 1,
    text: json === undefined ? body.slice(0, MAX_TEXT_IN_MESSAGES) : '',
    isFromHubspot:
      isHubspotsHost || Object.keys(headers).some((name) => name.startsWith('x-hubspot-')),
    error: isSuccess(status) ? NO_ERROR : parseError(json),
  };
}

/** Did HubSpot give what was asked for? */
export function isJsonSuccess(result: HttpResult | undefined): result is HttpResponse {
  return result?.kind === 'response' && result.status === 200 && result.json !== undefined;
}

/** Headers as axios hands them over, made plain. */
export function toResponseHeaders(headers: object): ResponseHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
