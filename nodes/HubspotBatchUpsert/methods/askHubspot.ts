import type { IDataObject } from 'n8n-workflow';
import { hideSecrets } from '../hubspot/redaction';
import { readError } from '../hubspot/parsing';
import { recogniseFault } from '../response/faults';
import type { Answer } from '../http/response';
import { sendRequest, type Connection } from '../http/request';
import { EditorObstacle } from './editorError';

/** A person is waiting in front of the editor. */
const TIMEOUT_MS = 20_000;

/** What the editor wants to know, and in which words to say that it could not be had. */
export interface Question {
  path: string;
  query?: IDataObject;
  /** What is asked for, as in "HubSpot did not list the …". */
  subject: string;
  objectType?: string;
}

/** Asks once: in the editor an obstacle is better seen than waited out. */
export async function askHubspot(
  connection: Connection,
  question: Question,
): Promise<{ json: unknown } | EditorObstacle> {
  const { path, query } = question;
  const request = { method: 'GET', path, query, timeoutMs: TIMEOUT_MS } as const;
  const answer = await sendRequest(connection, request);
  return answer.kind === 'answered' && answer.status === 200 && answer.json !== undefined
    ? { json: answer.json }
    : toObstacle(answer, question);
}

function toObstacle(answer: Answer, { subject, objectType = '' }: Question): EditorObstacle {
  const fault = recogniseFault(answer, { objectType, idProperty: '', usableIdProperties: [] });
  return new EditorObstacle(`HubSpot did not list the ${subject}`, {
    advice: fault ? `${fault.title}. ${fault.advice}` : `${reason(answer)} Try again in a moment.`,
    lasting: fault !== undefined,
    status: answer.kind === 'answered' ? answer.status : undefined,
  });
}

function reason(answer: Answer): string {
  if (answer.kind !== 'answered') return `${answer.message}.`;
  return hideSecrets(readError(answer.json).message) ?? `It answered with HTTP ${answer.status}.`;
}
