import { randomUUID } from 'node:crypto';
import { APP_ID, PORTAL_ID } from '../account';
import { json } from './answer';
import type { Answer } from './answer';

/** One of the problems that a refusal is made of (OpenAPI: ErrorDetail). */
export interface Detail {
  message: string;
  code?: string;
  /** Where it is, e.g. the name of a property. */
  in?: string;
  context?: Record<string, string[]>;
}

/** The body of a refusal; HubSpot leaves out what it does not know (OpenAPI: Error). */
export interface ErrorBody {
  status: 'error';
  message: string;
  correlationId: string;
  category?: string;
  context?: Record<string, string[]>;
  errors?: Detail[];
  [field: string]: unknown;
}

/** An error body with a correlation id of its own. */
export function errorBody(message: string, more: Partial<ErrorBody> = {}): ErrorBody {
  return { status: 'error', message, correlationId: randomUUID(), ...more };
}

export function validationError(message: string, more: Partial<ErrorBody> = {}): Answer {
  return json(400, errorBody(message, { ...more, category: 'VALIDATION_ERROR' }));
}

export function notFound(message: string): Answer {
  return json(404, errorBody(message, { category: 'OBJECT_NOT_FOUND' }));
}

/** No token, or one that HubSpot does not know. */
export function invalidAuthentication(): Answer {
  const message =
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview';
  return json(401, errorBody(message, { category: 'INVALID_AUTHENTICATION' }));
}

/** Shape: thread.401.expired-token. Both times in epoch milliseconds. */
export function expiredAuthentication(expiredAt: number, now: number): Answer {
  const seconds = Math.max(0, Math.floor((now - expiredAt) / 1000));
  return json(
    401,
    errorBody(`The OAuth token used to make this call expired ${seconds} second(s) ago.`, {
      category: 'EXPIRED_AUTHENTICATION',
      context: { 'expire time': [new Date(expiredAt).toISOString()] },
    }),
  );
}

/** Policies of a 429; `search` is the shape of search answers, which name none. */
export type ThrottlePolicy = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY' | 'search';

/** Shapes: observed.429.ten-secondly-rolling, docs.429.daily, facts.md for the others. */
export function tooManyRequests(policy: ThrottlePolicy): Answer {
  if (policy === 'search') {
    return json(
      429,
      errorBody('You have reached your secondly limit.', { category: 'RATE_LIMITS' }),
    );
  }
  const throttled = errorBody(
    policy === 'DAILY'
      ? 'You have reached your daily limit.'
      : `You have reached your ${policy.toLowerCase()} limit.`,
    { errorType: 'RATE_LIMIT', policyName: policy },
  );
  const detail =
    policy === 'DAILY'
      ? { requestId: randomUUID() }
      : { groupName: `publicapi:private_app-api-calls-ten-secondly:${APP_ID}:${PORTAL_ID}` };
  return json(429, { ...throttled, ...detail });
}
