import type { Answer } from '../answers/answer';
import { distort } from './batchFault';
import type { AnswerFault, FaultAction, LateWrite, Meanwhile, WireFault } from './fault';
import { faultAnswer } from './faultAnswer';

const WIRE: Record<WireFault['kind'], true> = {
  reset: true,
  hang: true,
  stall: true,
  switchingProtocols: true,
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
  refusal: true,
  silentNoop: true,
};

/** Whether a fault keeps HubSpot from its work. Unless told, only statuses strike before it. */
export function strikesBefore(actions: readonly FaultAction[]): boolean {
  return actions.some((action) => {
    if (action.kind === 'silentNoop' || action.kind === 'refusal') return true;
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
    if (isAnswerFault(action)) return faultAnswer(action, request);
    return isWireFault(action) || action.kind === 'lateWrite' || isMeanwhile(action)
      ? answer
      : distort(answer, action, request);
  }, truth);
}

/** The fault that holds the write back, if any. */
export function lateWrite(actions: readonly FaultAction[]): LateWrite | undefined {
  return actions.find((action) => action.kind === 'lateWrite');
}

/** Whether it is no fault of the answer's, but what somebody else does. */
export function isMeanwhile(action: FaultAction): action is Meanwhile {
  return action.kind === 'meanwhile';
}

/** The fault that the wire has, if any. */
export function wireFault(actions: readonly FaultAction[]): WireFault | undefined {
  return actions.find(isWireFault);
}

/** Whether the client sees no status of an answer. */
export function isSilent({ kind }: WireFault): boolean {
  return kind === 'reset' || kind === 'hang' || kind === 'switchingProtocols';
}

/** Whether the connection stays open, with nothing more to come for the client. */
export function staysOpen({ kind }: WireFault): boolean {
  return ['hang', 'drip', 'stall', 'switchingProtocols'].includes(kind);
}

function isWireFault(action: FaultAction): action is WireFault {
  return action.kind in WIRE;
}

function isAnswerFault(action: FaultAction): action is AnswerFault {
  return action.kind in ANSWER;
}
