import type { IDataObject } from 'n8n-workflow';
import { redact } from '../hubspot/redaction';
import { sendRequest, type Connection } from '../http/request';
import { readPages } from '../http/pages';
import { isJsonSuccess, type HttpResult } from '../http/response';
import { recogniseFault } from '../response/faults';
import { EditorError } from './editorError';

/** A person is waiting in front of the editor. */
const TIMEOUT_MS = 20_000;

/** What the editor wants to know, and in which words to say that it could not be had. */
export interface EditorQuery {
  path: string;
  query?: IDataObject;
  /** What is asked for, as in "HubSpot did not list the …". */
  subject: string;
  /** The object types that the path names. */
  objectTypes?: readonly string[];
}

/**
 * Asks for a list, page by page, and once only: whoever looks at the editor would rather see the
 * error than wait for retries.
 *
 * @returns The JSON of each page.
 * @throws EditorError
 */
export async function askHubspot(
  connection: Connection,
  editorQuery: EditorQuery,
): Promise<unknown[]> {
  const { path, query } = editorQuery;
  return await readPages(async (after) => {
    const request = { method: 'GET', path, query: { ...query, after } } as const;
    const result = await sendRequest(connection, { ...request, timeoutMs: TIMEOUT_MS });
    if (isJsonSuccess(result)) return result.json;
    throw toEditorError(result, editorQuery);
  });
}

function toEditorError(
  result: HttpResult,
  { subject, objectTypes = [] }: EditorQuery,
): EditorError {
  const objectType = whichIsMeant(result, objectTypes);
  const fault = recogniseFault(result, { objectType, idProperty: '' });
  return new EditorError(`HubSpot did not list the ${subject}`, {
    advice: redact(
      fault ? `${fault.title}. ${fault.advice}` : `${reason(result)} Try again in a moment.`,
    ),
    permanent: fault !== undefined,
    status: result.kind === 'response' ? result.status : undefined,
  });
}

/** HubSpot ends its sentence about an object type that it does not have with the name. */
function whichIsMeant(result: HttpResult, objectTypes: readonly string[]): string {
  const message = (result.kind === 'response' && result.error.message) || '';
  return objectTypes.find((name) => message.endsWith(name)) ?? objectTypes.join(' or ');
}

function reason(result: HttpResult): string {
  if (result.kind !== 'response') return `${result.message}.`;
  return result.error.message ?? `It answered with HTTP ${result.status}.`;
}
