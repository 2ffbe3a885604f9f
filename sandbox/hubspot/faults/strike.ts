import type { Answer } from '../answers/answer';
import { distort } from './batchFault';
import type { AnswerFault, FaultAction, WireFault } from './fault';
import { faultAnswer } from './faultAnswer';

const WIRE: Record<WireFault['kind'], true> = {
  reset: true,
  hang: true,
  drip: true,
  halfBody: true,
  invalidUtf8: true,
  gzipBomb: true,
};

const ANSWER: Record<AnswerFault['kind'], true> = {
  status: true,
  html: true,
  emptyBody: true,
  redirect: true,
  silentNoop: true,
};

/** Whether a fault keeps HubSpot from its work. Unless told, only statuses strike before it. */
export function strikesBefore(actions: readonly FaultAction[]): boolean {
  return actions.some((action) => {
    if (action.kind === 'silentNoop') return true;
    const when = 'when' in action ? action.when : undefined;
    return (when ?? (action.kind === 'status' ? 'before' : 'after')) === 'before';
  });
}

/**
 * The answer that is left of HubSpot's own when the faults have struck, one after the other.
 *
 * @param request Body of the request.
 */
export function struck(truth: Answer, actions: readonly FaultAction[], request: unknown): Answer {
  return actions.reduce((answer, action) => {
    if (isAnswerFault(action)) return faultAnswer(action);
    return isWireFault(action) ? answer : distort(answer, action, request);
  }, truth);
}

/** The fault that the wire has, if any. */
export function wireFault(actions: readonly FaultAction[]): WireFault | undefined {
  return actions.find(isWireFault);
}

function isWireFault(action: FaultAction): action is WireFault {
  return action.kind in WIRE;
}

function isAnswerFault(action: FaultAction): action is AnswerFault {
  return action.kind in ANSWER;
}
