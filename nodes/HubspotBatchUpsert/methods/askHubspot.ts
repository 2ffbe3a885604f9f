import type { IDataObject } from 'n8n-workflow';
import { redact } from '../hubspot/redaction';
import { parseError } from '../hubspot/parsing';
import { recogniseFault } from '../response/faults';
import type { HttpResult } from '../http/response';
import { sendRequest, type Connection } from '../http/request';
import { EditorError } from './editorError';

/** A person is waiting in front of the editor. */
const TIMEOUT_MS = 20_000;

/** What the editor wants to know, and in which words to say that it could not be had. */
export interface EditorQuery {
  path: string;
  query?: IDataObject;
  /** What is asked for, as in "HubSpot did not list the …". */
  subject: string;
  objectType?: string;
}

/** Asks once: in the editor an obstacle is better seen than waited out. */
export async function askHubspot(
  connection: Connection,
  question: EditorQuery,
): Promise<{ json: unknown } | EditorError> {
  const { path, query } = question;
  const request = { method: 'GET', path, query, timeoutMs: TIMEOUT_MS } as const;
  const answer = await sendRequest(connection, request);
  return answer.kind === 'response' && answer.status === 200 && answer.json !== undefined
    ? { json: answer.json }
    : toEditorError(answer, question);
}

function toEditorError(answer: HttpResult, { subject, objectType = '' }: EditorQuery): EditorError {
  const fault = recogniseFault(answer, { objectType, idProperty: '', usableIdProperties: [] });
  return new EditorError(`HubSpot did not list the ${subject}`, {
    advice: fault ? `${fault.title}. ${fault.advice}` : `${reason(answer)} Try again in a moment.`,
    permanent: fault !== undefined,
    status: answer.kind === 'response' ? answer.status : undefined,
  });
}

function reason(answer: HttpResult): string {
  if (answer.kind !== 'response') return `${answer.message}.`;
  return redact(parseError(answer.json).message) ?? `It answered with HTTP ${answer.status}.`;
}
