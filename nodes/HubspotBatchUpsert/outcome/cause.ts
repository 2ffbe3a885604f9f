import { isSuccess } from '../hubspot/statuses';
import { readError } from '../hubspot/readAnswer';
import type { Answer } from '../send/answer';

/**
 * Why a request failed as a whole, in a form that is the same for the same cause: without the ids,
 * times and values that differ from batch to batch. Undefined where it did not fail.
 */
export function causeOf(answer: Answer): string | undefined {
  switch (answer.kind) {
    case 'credentialRefused':
      return answer.kind;
    case 'unanswered':
      return `${answer.reason} ${answer.code}`;
    case 'answered': {
      if (isSuccess(answer.status)) return undefined;
      const { category, message = '' } = readError(answer.json);
      return `${answer.status} ${category ?? ''} ${message.replace(/["'[{(].*|\d+/gs, '')}`;
    }
  }
}
