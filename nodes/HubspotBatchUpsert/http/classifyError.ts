import type { AxiosError } from 'axios';
import {
  CANCELLED_UNDERWAY,
  toResponseHeaders,
  type ResponseHeaders,
  type AuthFailed,
  type NoResponse,
} from './response';

/** n8n threw because of a status (401 after its renewal, or the token endpoint's 5xx). */
export interface Refused {
  kind: 'refused';
  status: number;
  headers: ResponseHeaders;
  body: unknown;
}

/** Codes of failures that come before the first byte of the request leaves. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Reasons not to trust a certificate, as OpenSSL and Node name them (`X509_V_ERR_…`), and failures to
 * agree on TLS at all. Nothing of the request leaves before. The other `ERR_SSL_…` also come where
 * something damages the answer to a request that has left.
 */
const INSECURE =
  /CERT|CRL|ISSUER|SIGNATURE|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH|^HOSTNAME|^ERR_TLS_|^ERR_SSL_.*(?:HANDSHAKE_FAILURE|PROTOCOL|CIPHER|UNKNOWN_CA)|^EPROTO$/;

/** axios reports its own time-out as ECONNABORTED, Node's sockets as ETIMEDOUT. */
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT']);

/** The error code that n8n's OAuth2 client gives an unexpected status of the token endpoint. */
const TOKEN_ENDPOINT_STATUS = 'ESTATUS';

/**
 * Finds out from what n8n threw whether HubSpot refused, nothing answered, or the credential is at
 * fault. Messages are made here and never taken from a network error, whose text may quote what
 * was sent.
 */
export function classifyError(error: unknown): Refused | NoResponse | AuthFailed {
  const causes = causeChain(error);
  const axiosError = causes.find(isAxiosError);
  if (axiosError?.response) {
    const { status, headers, data } = axiosError.response;
    return { kind: 'refused', status, headers: toResponseHeaders(headers), body: data };
  }
  const tokenStatus = causes.map(tokenEndpointStatus).find((status) => status !== undefined);
  if (tokenStatus === 429) return { kind: 'refused', status: 429, headers: {}, body: '' };
  const code = axiosError?.code ?? (tokenStatus === undefined ? networkCode(causes) : undefined);
  return code === undefined ? authFailed(causes) : noResponse(code);
}

function noResponse(code: string): NoResponse {
  if (code === 'ERR_CANCELED') return CANCELLED_UNDERWAY;
  if (INSECURE.test(code)) {
    const message = `No secure connection to HubSpot could be made (${code})`;
    return { kind: 'noResponse', reason: 'insecure', code, sent: false, message };
  }
  const timedOut = TIMED_OUT.has(code);
  const sent = !NEVER_SENT.has(code);
  return {
    kind: 'noResponse',
    reason: timedOut ? 'timeout' : 'network',
    code,
    sent,
    message: timedOut
      ? `HubSpot did not answer in time (${code})`
      : sent
        ? `The connection to HubSpot broke before it answered (${code})`
        : `HubSpot could not be reached (${code})`,
  };
}

function authFailed(causes: Error[]): AuthFailed {
  return {
    kind: 'authFailed',
    sent: causes.some((cause) => failedToRenew(cause)),
    message:
      causes.findLast(isForTheUser)?.message ??
      'The access token of the credential could not be renewed.',
  };
}

/** n8n's UserErrors have no name of their own; only their class tells them from any other error. */
function isForTheUser({ name, constructor }: Error): boolean {
  return name === 'NodeOperationError' || constructor.name === 'UserError';
}

/** n8n renews a token only after HubSpot answered a request with 401. */
function failedToRenew(cause: Error): boolean {
  const code = 'code' in cause ? cause.code : undefined;
  return code === 'EAUTH' || code === TOKEN_ENDPOINT_STATUS || /reconnect/i.test(cause.message);
}

function causeChain(error: unknown): Error[] {
  const causes: Error[] = [];
  let cause: unknown = error;
  while (cause instanceof Error && !causes.includes(cause)) {
    causes.push(cause);
    cause = cause.cause;
  }
  return causes;
}

function isAxiosError(error: Error): error is AxiosError {
  return 'isAxiosError' in error && error.isAxiosError === true;
}

function tokenEndpointStatus(error: Error): number | undefined {
  if (!('code' in error) || error.code !== TOKEN_ENDPOINT_STATUS) return undefined;
  return 'status' in error && typeof error.status === 'number' ? error.status : 0;
}

/** Older n8n (seen in 2.11) drops the cause of a broken connection, and keeps its code as `httpCode`. */
function networkCode(causes: Error[]): string | undefined {
  const codes = causes.flatMap((cause) => [
    'code' in cause ? cause.code : undefined,
    'httpCode' in cause ? cause.httpCode : undefined,
  ]);
  return codes.find(
    (code): code is string =>
      typeof code === 'string' &&
      (/^(E[A-Z_]+|ERR_[\w/]+)$/.test(code) || INSECURE.test(code)) &&
      code !== 'EAUTH',
  );
}
