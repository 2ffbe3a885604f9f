import type { FastifyReply } from 'fastify';
import { Refusal, html, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { admit } from '../auth/admission';
import type { Call, Endpoint } from '../endpoints/endpoint';
import type { FaultAction } from '../faults/fault';
import type { Faults } from '../faults/faults';
import type { LateWrites } from '../faults/lateWrites';
import {
  isMeanwhile,
  isSilent,
  lateWrite,
  staysOpen,
  strikesBefore,
  struck,
  wireFault,
} from '../faults/strike';
import type { Hubspot } from '../hubspotState';
import type { LogEntry, RequestLog } from '../log';
import type { Conformity } from '../openapi/conformity';
import type { Random } from '../random';
import { pause } from './pause';
import { send, sendFaulty } from './wire';

/** What every exchange shares. */
export interface Surroundings {
  hubspot: Hubspot;
  log: RequestLog;
  faults: Faults;
  conformity: Conformity;
  latency: Random;
  /** Answers that are held back on purpose: for a while by the latency, for good by a fault. */
  heldBack: Set<FastifyReply>;
  /** Aborted when the sandbox stops. */
  stopped: AbortSignal;
}

/**
 * One request from arrival to answer: logged, admitted (the rate limit counts arrivals), struck by
 * faults, delayed, worked on, answered.
 */
export async function exchange(
  endpoint: Endpoint,
  call: Call,
  authorization: string | undefined,
  reply: FastifyReply,
  { hubspot, log, faults, conformity, latency, heldBack, stopped }: Surroundings,
): Promise<void> {
  const entry = log.arrived(call, endpoint.operation);
  conformity.checkRequest(call);

  const admission = admit(endpoint, call, authorization, hubspot);
  entry.token = admission.tokenLabel;
  const actions = admission.refusal === null ? faults.next(call) : [];
  entry.faults = actions.map(({ kind }) => kind);

  const { minMs, maxMs } = hubspot.options.latency;
  heldBack.add(reply);
  reply.raw.once('close', () => heldBack.delete(reply));
  if (maxMs > 0) await pause(latency.int(minMs, maxMs), stopped);

  for (const { run } of actions.filter(isMeanwhile)) run(hubspot.crm);
  const truth =
    admission.refusal ??
    work(() => performed(endpoint, call, hubspot, entry), call, actions, faults.lateWrites);
  if (actions.every(isMeanwhile)) conformity.checkAnswer(call, truth);
  const answer = struck(truth, actions, call.body);
  answer.headers = { ...admission.headers, ...answer.headers };

  const wire = wireFault(actions);
  entry.status = wire !== undefined && isSilent(wire) ? null : answer.status;
  if (wire === undefined || !staysOpen(wire)) heldBack.delete(reply);
  if (wire === undefined) send(reply, answer);
  else await sendFaulty(reply, answer, wire, stopped);
}

/** HubSpot's own answer; nothing is done where a fault strikes before, and not yet where it is late. */
function work(
  perform: () => Answer,
  call: Call,
  actions: readonly FaultAction[],
  lateWrites: LateWrites,
): Answer {
  const late = lateWrite(actions);
  if (late !== undefined) {
    lateWrites.hold(late.until, perform);
    return html(504, '');
  }
  if (strikesBefore(actions)) return json(200, null);
  const answer = perform();
  lateWrites.letInAfter(call);
  return answer;
}

function performed(endpoint: Endpoint, call: Call, hubspot: Hubspot, entry: LogEntry): Answer {
  try {
    const answer = endpoint.answer(call, hubspot);
    entry.written = answer.written ?? [];
    entry.associated = answer.associated ?? [];
    return answer;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.answer;
    throw refusal;
  }
}
