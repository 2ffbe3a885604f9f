import type {
  IDataObject,
  IExecuteFunctions,
  IHttpRequestMethods,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
  IN8nHttpFullResponse,
} from 'n8n-workflow';
import { isHubspotsHost, parseBaseUrl } from '../hubspot/baseUrl';
import { readBody, type BodyStream } from './body';
import { cancelSignalOf, withCancelSignal } from './cancelSignal';
import { classifyError, type Refused } from './classifyError';
import { credentialMark } from './credentialMark';
import { Deadline } from './deadline';
import {
  toHttpResponse,
  toResponseHeaders,
  type AuthFailed,
  type HttpResult,
  type NoResponse,
} from './response';

/** Everything that a request needs from n8n: who signs it and where it goes. */
export interface Connection {
  context: IExecuteFunctions | ILoadOptionsFunctions;
  credentialType: string;
  baseUrl: string;
  /** What the account is known by in this process: base URL and credential; nothing of it is secret. */
  account: string;
  /** Levels of sensitive data that the credential may read besides the ordinary ones. */
  sensitiveData: readonly string[];
}

export interface HubspotRequest {
  method: IHttpRequestMethods;
  /** Path below the base URL, its parts encoded. */
  path: string;
  query?: IDataObject;
  body?: IDataObject;
  /** Milliseconds for the whole, the reading of the body included. */
  timeoutMs: number;
}

/** A hundred records with long texts stay far below this; a gzip bomb does not. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * Reads the credential once per run.
 *
 * @throws Error where n8n has no credential for the node or its base URL is unusable.
 */
export async function connect(
  context: IExecuteFunctions | ILoadOptionsFunctions,
  credentialType: string,
): Promise<Connection> {
  const credential = await context.getCredentials(credentialType);
  const baseUrl = parseBaseUrl(credential.baseUrl);
  const { id } = context.getNode().credentials?.[credentialType] ?? {};
  return {
    context,
    credentialType,
    baseUrl,
    account: [baseUrl, credentialType, id, credentialMark(credential)].join(' '),
    sensitiveData: Array.isArray(credential.sensitiveData)
      ? credential.sensitiveData.map(String)
      : [],
  };
}

/**
 * Sends one request, signed by n8n, and tells what came of it. n8n renews an expired OAuth token
 * and repeats the request by itself, once; every other status comes back as a value.
 */
export async function sendRequest(
  connection: Connection,
  request: HubspotRequest,
): Promise<HttpResult> {
  const deadline = new Deadline(request.timeoutMs, cancelSignalOf(connection.context));
  const head = await untilHead(connection, request, deadline);
  if ('kind' in head) return head;
  const { timeoutMs } = request;
  const isHubspots = isHubspotsHost(connection.baseUrl);
  return await readRest(head, { timeoutMs, remainingMs: deadline.remainingMs, isHubspots });
}

/** An answer of which the body is still to be read. */
type Head = Omit<Refused, 'kind'>;

async function untilHead(
  connection: Connection,
  request: HubspotRequest,
  deadline: Deadline,
): Promise<Head | NoResponse | AuthFailed> {
  const { context, credentialType } = connection;
  try {
    const sending = context.helpers.httpRequestWithAuthentication.call(
      withCancelSignal(context, deadline.signal),
      credentialType,
      httpOptions(connection, request),
      { oauth2: { tokenType: 'Bearer', includeCredentialsOnRefreshOnBody: true } },
    ) as Promise<IN8nHttpFullResponse>;
    const { statusCode: status, headers, body } = await deadline.race(sending);
    return { status, headers: toResponseHeaders(headers), body };
  } catch (error) {
    const failure = classifyError(error);
    if (failure.kind === 'refused') {
      const { status, headers, body } = failure;
      return { status, headers, body };
    }
    return isTimeout(failure) ? { ...failure, message: tookTooLong(connection, request) } : failure;
  } finally {
    deadline.end();
  }
}

function isTimeout(failure: NoResponse | AuthFailed): failure is NoResponse {
  return failure.kind === 'noResponse' && failure.reason === 'timeout';
}

function tookTooLong({ credentialType }: Connection, { timeoutMs }: HubspotRequest): string {
  const isRenewed = credentialType === 'hubspotBatchOAuth2Api';
  const renewal = isRenewed ? ', the renewal of the access token included' : '';
  return `HubSpot did not answer within ${timeoutMs / 1000} seconds${renewal}`;
}

/** A new object for every attempt, because n8n writes the token and the signal into it. */
function httpOptions(connection: Connection, request: HubspotRequest): IHttpRequestOptions {
  return {
    method: request.method,
    url: connection.baseUrl + request.path,
    qs: request.query,
    body: request.body,
    headers: { Accept: 'application/json' },
    encoding: 'stream',
    timeout: request.timeoutMs,
    disableFollowRedirect: true,
    returnFullResponse: true,
    ignoreHttpStatusErrors: { ignore: true, except: [401] },
  };
}

async function readRest(
  { status, headers, body }: Head,
  {
    timeoutMs,
    remainingMs,
    isHubspots,
  }: { timeoutMs: number; remainingMs: number; isHubspots: boolean },
): Promise<HttpResult> {
  if (!isStream(body)) {
    return toHttpResponse(status, headers, typeof body === 'string' ? body : '', isHubspots);
  }
  const read = await readBody(body, remainingMs, MAX_BODY_BYTES);
  const broken = { kind: 'noResponse', sent: true, status } as const;
  switch (read.kind) {
    case 'read':
      return toHttpResponse(status, headers, read.text, isHubspots);
    case 'timeout':
      return {
        ...broken,
        reason: 'timeout',
        code: 'ETIMEDOUT',
        message: `HubSpot's answer did not end within ${timeoutMs / 1000} seconds`,
      };
    case 'tooLarge':
      return {
        ...broken,
        reason: 'tooLarge',
        code: 'ERR_BODY_TOO_LARGE',
        message: "The answer is too large to be HubSpot's own",
      };
    case 'broken':
      return {
        ...broken,
        reason: 'network',
        code: read.code,
        message: `HubSpot's answer broke off (${read.code})`,
      };
  }
}

function isStream(body: unknown): body is BodyStream {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
