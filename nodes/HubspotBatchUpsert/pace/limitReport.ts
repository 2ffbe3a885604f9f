import { readError } from '../hubspot/readAnswer';
import type { Answer, AnswerHeaders } from '../send/answer';
import type { LimitReport } from './pace';

/** What an answer's `X-HubSpot-RateLimit-*` headers tell; a gateway may have stripped them. */
export function limitReport({ headers }: { headers: AnswerHeaders }): LimitReport {
  return {
    limit: headerNumber(headers, 'x-hubspot-ratelimit-max', 1),
    windowMs: headerNumber(headers, 'x-hubspot-ratelimit-interval-milliseconds', 1),
    remaining: headerNumber(headers, 'x-hubspot-ratelimit-remaining', 0),
  };
}

/** Was it the policy that looks at one second alone? */
export function isSecondlyLimit(answer: Answer): boolean {
  return answer.kind === 'answered' && readError(answer.json).policyName === 'SECONDLY';
}

function headerNumber(headers: AnswerHeaders, name: string, least: number): number | undefined {
  const text = headers[name]?.trim();
  const number = Number(text);
  return text !== undefined && text !== '' && number >= least ? number : undefined;
}
