import { errorBody, invalidAuthentication, tooManyRequests } from '../answers/errors';
import { banned } from '../answers/forbidden';
import { html, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { silentNoop } from '../endpoints/batchAnswer';
import type { AnswerFault } from './fault';
import { refusalAnswer } from './refusal';

/** HubSpot's words for statuses that no endpoint answers by itself (HubSpot docs, "Error handling"). */
const MESSAGES: Record<number, { message: string; category?: string }> = {
  400: { message: 'Invalid input', category: 'VALIDATION_ERROR' },
  403: {
    message: "This app hasn't been granted all required scopes to make this call.",
    category: 'MISSING_SCOPES',
  },
  404: { message: 'resource not found', category: 'OBJECT_NOT_FOUND' },
  409: { message: 'The records are being written by another request.', category: 'CONFLICT' },
  413: { message: 'Request entity too large' },
  414: { message: 'URI too long' },
  423: { message: 'The resource is locked. Try again later.', category: 'LOCKED' },
  477: { message: 'This account is being migrated.', category: 'MIGRATION_IN_PROGRESS' },
  500: { message: 'internal error', category: 'INTERNAL_ERROR' },
};

const EDGE_STATUS = 502;
const PROXY_AUTHENTICATION = 407;

/**
 * The answer that a fault puts in the place of HubSpot's.
 *
 * @param request Body of the request.
 */
export function faultAnswer(fault: AnswerFault, request: unknown): Answer {
  switch (fault.kind) {
    case 'status':
      return statusAnswer(fault);
    case 'html':
      return html(
        fault.status ?? 200,
        '<!doctype html><title>HubSpot</title><h1>Just a moment</h1>',
      );
    case 'emptyBody':
      return { status: fault.status ?? 200, body: '', contentType: 'application/json' };
    case 'redirect':
      return { ...html(fault.status ?? 302, ''), headers: { location: fault.to } };
    case 'refusal':
      return refusalAnswer(fault, request);
    case 'silentNoop':
      return silentNoop();
  }
}

function statusAnswer(fault: Extract<AnswerFault, { kind: 'status' }>): Answer {
  const headers = { ...fault.headers };
  if (fault.retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(fault.retryAfterSeconds);
  }
  const answer = ownBody(fault);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function ownBody({ status, body, policy, ban }: Extract<AnswerFault, { kind: 'status' }>): Answer {
  if (typeof body === 'string') return html(status, body);
  if (body !== undefined) return json(status, body);
  if (ban !== undefined) return banned(ban);
  if (status === PROXY_AUTHENTICATION) return proxyAuthentication();
  if (status === 429) return tooManyRequests(policy ?? 'TEN_SECONDLY_ROLLING');
  if (status === 401) return invalidAuthentication();
  const known = MESSAGES[status];
  if (known !== undefined)
    return json(status, errorBody(known.message, { category: known.category }));
  return status >= EDGE_STATUS
    ? html(status, `<!doctype html><title>${status}</title><h1>Error ${status}</h1>`)
    : json(status, errorBody(`HTTP ${status}`));
}

/** What a proxy between the client and HubSpot says. */
function proxyAuthentication(): Answer {
  const title = '407 Proxy Authentication Required';
  const page = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return {
    ...html(PROXY_AUTHENTICATION, page),
    headers: { 'proxy-authenticate': 'Basic realm="proxy"' },
  };
}
