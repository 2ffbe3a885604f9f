import { Readable } from 'node:stream';
import { AxiosError, AxiosHeaders, CanceledError } from 'axios';
import {
  NodeApiError,
  type IDataObject,
  type IExecuteFunctions,
  type IHttpRequestOptions,
  type INode,
  type JsonObject,
} from 'n8n-workflow';
import type { Reply } from './replies';

/** What comes of a request: a response, or the error with which n8n's HTTP client ends. */
export type Answer = Reply | Error;

export type Answering = (request: IHttpRequestOptions) => Answer | Promise<Answer>;

interface N8n {
  credential?: IDataObject;
  /** Aborted when the user cancels the execution. */
  cancelSignal?: AbortSignal;
  node?: Partial<INode>;
}

export const NODE: INode = {
  id: 'node',
  name: 'HubSpot Batch Upsert',
  type: 'hubspotBatchUpsert',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

/**
 * Stands for n8n where a node sends requests. Like n8n it gives a status of an error only where the
 * request says so, hands the body over as the request says, and wraps whatever its client throws.
 */
export function n8nContext(
  answering: Answering,
  { credential, cancelSignal, node }: N8n = {},
): IExecuteFunctions {
  const ownNode = { ...NODE, ...node };
  const send = async (_: string, request: IHttpRequestOptions): Promise<unknown> => {
    const answer = await unlessCancelled(answering({ ...request }), cancelSignal);
    if (answer instanceof Error) throw new NodeApiError(ownNode, answer as unknown as JsonObject);
    const { status, headers = {} } = answer;
    const body = bodyOf(answer, request);
    if (isErrorFor(request, status)) {
      throw new NodeApiError(ownNode, statusError(answer, body) as unknown as JsonObject);
    }
    return request.returnFullResponse ? { statusCode: status, headers, body } : body;
  };
  return {
    getNode: () => ownNode,
    getCredentials: async () => await Promise.resolve({ ...credential }),
    helpers: { httpRequestWithAuthentication: send },
  } as unknown as IExecuteFunctions;
}

/** The error with which n8n's HTTP client ends where no response comes. */
export function networkError(code: string): AxiosError {
  return new AxiosError(`connect ${code} to pat-na1-secret`, code);
}

function statusError({ status, headers }: Reply, data: unknown): AxiosError {
  const config = { headers: new AxiosHeaders() };
  const response = { status, statusText: '', headers: headers ?? {}, config, data };
  return new AxiosError(`Status ${status}`, AxiosError.ERR_BAD_REQUEST, config, null, response);
}

function isErrorFor({ ignoreHttpStatusErrors: ignored }: IHttpRequestOptions, status: number) {
  if (status >= 200 && status < 300) return false;
  if (typeof ignored !== 'object') return !ignored;
  return !ignored.ignore || ignored.except.includes(status);
}

function bodyOf({ body }: Reply, { encoding }: IHttpRequestOptions): unknown {
  if (encoding !== 'stream') return body;
  if (body instanceof Readable) return body;
  return Readable.from([Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))]);
}

async function unlessCancelled(
  answer: Answer | Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (signal === undefined) return await answer;
  const cancelled = new Promise<Answer>((resolve) => {
    const cancel = () => resolve(new CanceledError());
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  return await Promise.race([answer, cancelled]);
}
